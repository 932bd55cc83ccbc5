"""From where and to where: the parts that places play."""
