"""When a launch took place, a row a wording: all times of the main events, in UTC, of a report published on Wednesday, 18 March 2026."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of

_TIMES: tuple[tuple[str, list[str]], ...] = (
    # a coarser time of the same launch is no second time, whoever tells it
    (
        "North Korea fired a missile on Tuesday morning, Tokyo said. The JCS said it was launched at 6:53 a.m.",
        ["03-16T21:53"],
    ),
    (
        "North Korea fired two missiles on Wednesday. The launch took place near Wonsan at 7:40 a.m., the JCS said.",
        ["03-17T22:40"],
    ),
    # a sentence that goes on about the launch gives its time by what it did, whoever says it and however it is called
    (
        "South Korea launched the Nuri rocket early Wednesday. Nuri, weighing 200 tons, left Goheung at 1:13 a.m. (1613 GMT).",
        ["03-17T16:13"],
    ),
    (
        "A Vega rocket was launched from Kourou on Tuesday. The shooting took place at 22.50 local time, 1.50 GMT.",
        ["03-18T01:50"],
    ),
    ("Japan launched an H3 rocket on Tuesday. At around 10:37 am the rocket left Tanegashima.", ["03-17T01:37"]),
    ("India tested an Agni-5 on Tuesday. The missile, built at home, was launched at 9:50 am.", ["03-17T04:20"]),
    (
        "North Korea fired an ICBM on Tuesday. Tokyo said at 7:15 a.m. that it had left Sunan at 7:09 a.m.",
        ["03-16T22:09"],
    ),
    # the time of what was said, condemned, begun or seen beside the launch is not the launch's
    (
        "Tuesday's launch of an ICBM by North Korea was condemned by Washington on Wednesday.",
        ["03-16T15:00/03-17T15:00"],
    ),
    ("The council will meet Thursday over North Korea's launch of an ICBM on Tuesday.", ["03-16T15:00/03-17T15:00"]),
    ("North Korea fired an ICBM on Wednesday. It flew over Hokkaido at 7:04 a.m.", ["03-17T15:00/03-18T15:00"]),
    ("8:36 a.m. – The JCS says the North fired a missile on Tuesday.", ["03-16T15:00/03-17T15:00"]),
    (
        "North Korea fired an SRBM on Tuesday. It was similar to the one launched in May 2025.",
        ["03-16T15:00/03-17T15:00"],
    ),
    # sirens, blasts and hits below tell when an attack came; those of a test tell nothing of its launch
    (
        "A missile was fired at Israel from Yemen, the IDF said Tuesday. At around 6:30 a.m. sirens sounded.",
        ["03-17T04:30"],
    ),
    ("Russia fired a missile at Dnipro on Tuesday. The missile struck around noon, the mayor said.", ["03-17T10:00"]),
    ("North Korea tested an ICBM on Tuesday. Sirens sounded at 7:30 a.m. in Hokkaido.", ["03-16T15:00/03-17T15:00"]),
    # a speaker's "this afternoon" is of the day he spoke, a clock time of the day the launch was told on
    ('"At 4:59 this afternoon, North Korea fired a missile," the JCS said on Monday.', ["03-16T07:59"]),
    ("Which missile flew on March 12? An ICBM left Sunan at 2:34 in the afternoon, the JCS said.", ["03-12T05:34"]),
    ("The JCS reported several missiles from Sunan at about 3:50 p.m. on March 17.", ["03-17T06:50"]),
    # a clock of another zone falls on the launch's own day; minutes after liftoff are no launch
    (
        "North Korea fired an SRBM early Wednesday. The Pentagon said it detected it at 1:30 p.m. Eastern Daylight Time.",
        ["03-17T17:30"],
    ),
    (
        "A Vega-C was launched on Tuesday. Ten minutes after liftoff, at 10:47 pm, it lost its way.",
        ["03-17T00:00/03-18T00:00"],
    ),
    ("North Korea tested an SRBM on Tuesday. Kim watched the test at dawn, KCNA said.", ["03-16T15:00/03-16T23:00"]),
    ("Kim Jong Un oversaw the launch of an SRBM, state media reported Monday.", []),
    ('CENTCOM said on Tuesday: "On March 16, at 7:15 p.m. (Sanaa time), Houthis fired a missile."', ["03-16T16:15"]),
    ("China launched a rocket on Monday. The satellite was lifted at 9:12 p.m. by a Long March-3B.", ["03-16T13:12"]),
    # the day of a dateline is the page's
    ("KYIV. March 17 (Interfax-Ukraine) - Russia fired two missiles at Sumy on Monday.", ["03-15T22:00/03-16T22:00"]),
    # a loss is of the hit that caused it, not of what else killed
    ("Four people were killed on Monday when a Russian missile struck a hotel in Sumy.", ["03-15T22:00/03-16T22:00"]),
    (
        "Rockets were fired from Lebanon at Safed on Tuesday after Israel killed a commander in a strike on Monday night.",
        ["03-16T22:00/03-17T22:00"],
    ),
    # the day somebody spoke of it goes where the launch's own is told
    (
        "TEHRAN - Iran on Monday said it had put a satellite into orbit with a Simorgh. The launch was carried out on Sunday.",
        ["03-14T20:30/03-15T20:30"],
    ),
    ("Tokyo announced at 3:54 a.m. on Tuesday that North Korea had launched a missile.", ["03-16T15:00/03-17T15:00"]),
    # the night of a day ends on it in Ukraine, and begins on it elsewhere
    ("Russia fired two missiles at Sumy on the night of March 17.", ["03-16T16:00/03-17T06:00"]),
    ("India tested an Agni-5 on the night of March 16.", ["03-16T12:30/03-16T18:30"]),
    # nor is a time that was planned, or at which something ends
    ("A Vulcan took off at 7:25 a.m. EDT on Monday. Liftoff was originally set for 6 a.m.", ["03-16T11:25"]),
    ("Taiwan fired two Patriot missiles at 7 a.m. Tuesday in a drill that runs until Thursday.", ["03-16T23:00"]),
    (
        "The IDF said a missile fired from Yemen by the Houthis was intercepted at 6:32 a.m. on Tuesday.",
        ["03-17T04:32"],
    ),
    # nor the day of a protest over it, or the clock of the message about it
    ("Japan lodged a protest on Wednesday over North Korea's launch Tuesday of an ICBM.", ["03-16T15:00/03-17T15:00"]),
    (
        "North Korea fired an SRBM Tuesday, the JCS said in a message sent to reporters at 7:02 p.m.",
        ["03-16T15:00/03-17T15:00"],
    ),
    (
        "North Korea fired two SRBMs on Tuesday. The JCS said the missiles went up from Sunan at 7:06 a.m.",
        ["03-16T22:06"],
    ),
    (
        "North Korea fired two SRBMs on Tuesday. The missiles were detected at 7:25 p.m. flying from Sunan.",
        ["03-17T10:25"],
    ),
    ("A rocket soared from Vandenberg on Tuesday because of Monday's storms.", ["03-17T07:00/03-18T07:00"]),
)


def test_pyongyang_time_was_half_an_hour_behind() -> None:
    text = "North Korea fired a missile at 9:00 a.m. Pyongyang time on Monday."
    assert [told(value) for value in values_of(text, "occurred", published="2017-03-06")] == ["03-06T00:30"]


@pytest.mark.parametrize(("text", "times"), _TIMES)
def test_when_a_launch_took_place(text: str, times: list[str]) -> None:
    assert [told(value) for value in values_of(text, "occurred")] == times


def told(value: object) -> str:
    """An interval as printed in the table: one instant, or "first/last"."""
    assert isinstance(value, tuple)
    return str(value[0]) if value[0] == value[1] else "/".join(map(str, value))
