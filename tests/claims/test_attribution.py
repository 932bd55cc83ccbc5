"""Who says so: the innermost observer, and the outlets it came through."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of


def _speakers(text: str, attribute: str) -> list[str | None]:
    return [claim.claimant.name if claim.claimant else None for claim in claims_of(text, attribute)]


_SEOUL_AND_TOKYO: list[str | None] = ["South Korean government", "Japanese government"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("North Korea fired a missile. It flew 600 km, the Joint Chiefs of Staff said.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile. South Korea's military said it flew 600 km.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile. According to the JCS, it flew 600 km.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile. Tokyo put the distance it flew at 600 km.", ["Japanese government"]),
        ("North Korea fired a missile. It flew 600 km, according to Seoul's military.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile. Japan's Ministry of Defense said it flew 600 km.", ["Ministry of Defense"]),
        (
            "North Korea fired a missile. Japanese Defense Minister Yasukazu Hamada said it flew 600 km.",
            ["Ministry of Defense"],
        ),
        (
            "North Korea fired a missile. Tokyo's defence minister told reporters it flew 600 km.",
            ["Ministry of Defense"],
        ),
        ("North Korea fired a missile. It flew 600 km.", [None]),
        ("The JCS said North Korea fired a missile. It added that it flew 600 km.", ["Joint Chiefs of Staff"]),
        ("The JCS said North Korea fired a missile. They also said it flew 600 km.", ["Joint Chiefs of Staff"]),
        ("The JCS said North Korea fired a missile. The missile flew 600 km.", [None]),
        ("North Korea fired a missile. KCNA said it flew 600 km.", ["KCNA"]),
        ("North Korea fired a missile. State media said it flew 600 km.", ["KCNA"]),
        # a parenthesis gives its speaker the whole clause it interrupts, and what goes on behind it
        ("North Korea fired a missile. The missile, the JCS said, flew 600 km.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile which rose, the JCS said on Friday, flying 600 km.", ["Joint Chiefs of Staff"]),
        ("North Korea fired a missile. It flew 600 km, as the South's radars showed.", ["South Korean government"]),
        (
            "North Korea fired a missile. It flew 600 km, as Japan's defence ministry confirmed.",
            ["Ministry of Defense"],
        ),
        (
            "North Korea fired a missile. Some stay silent; it flew 600 km, according to the JCS.",
            ["Joint Chiefs of Staff"],
        ),
        ("North Korea fired a missile. It flew 600 km; two boats were damaged, according to the JCS.", [None]),
        # how he spoke is no part of who spoke
        (
            "North Korea fired a missile. A JCS official, speaking on condition of anonymity, said it flew 600 km.",
            ["Joint Chiefs of Staff"],
        ),
        (
            "North Korea fired a missile. An aide, who asked not to be named, said it flew 600 km.",
            ["An aide"],
        ),
        (
            "North Korea fired a missile. The JCS spokesman, Col. Ahn Jae-min, had gone on air to say it flew 600 km.",
            ["Joint Chiefs of Staff"],
        ),
        # the person for a body without a standard name, and "the governor" later
        (
            "Russia fired a missile. The head of the Sumy regional administration, Ihor Moroz, said it flew 600 km.",
            ["Ihor Moroz"],
        ),
        (
            "Governor Ihor Moroz said Russia fired a missile. It flew 600 km, the governor said.",
            ["Ihor Moroz"],
        ),
        # who "it" is where nobody has spoken yet
        ("Pakistan's army fired a missile that flew 600 km, it said in a statement.", ["Pakistan's army"]),
        ("North Korea fired a missile. It flew 600 km, Japanese media report.", ["Japanese media"]),
        ("North Korea fired a missile. It flew 600 km, according to preliminary reports.", [None]),
        # figures told without saying
        ("North Korea fired a missile. Japan's defence ministry clocked a flight of 600 km.", ["Ministry of Defense"]),
        ("North Korea fired a missile. Tokyo's defence minister spoke of a flight of 600 km.", ["Ministry of Defense"]),
        ("North Korea fired a missile. In the account of the JCS it flew 600 km.", ["Joint Chiefs of Staff"]),
        # what a deed, a belief or a dateline's outlet seem to say
        ("North Korea fired a missile. Tokyo responded by sending up jets. It flew 600 km.", [None]),
        ("SEOUL, March 18 (Yonhap): North Korea fired a missile. It flew 600 km.", [None]),
        ("North Korea fired two missiles, one of them believed to be a Scud. It flew 600 km.", [None]),
        # a participle behind a sentence in which nobody spoke, a relative clause that closes
        ("Hezbollah fired two rockets at Haifa, saying each flew 600 km.", ["Hezbollah"]),
        ("The missile, which Seoul said was a Scud, was fired from Wonsan and flew 600 km.", [None]),
        ("North Korea announced via KCNA that it had fired a missile that flew 600 km.", ["KCNA"]),
        # what is told before it ended is of the same flight
        ("North Korea fired a missile. It rose fast, the JCS said, before flying 600 km.", ["Joint Chiefs of Staff"]),
        # "the …" takes up who spoke last where the noun can stand for him
        ("SpaceX said a rocket was launched. It flew 600 km, the company said.", ["SpaceX"]),
        ("SpaceX said a rocket was launched. It flew 600 km, the launch center said.", ["the launch center"]),
        ("Kan TV reported that Hezbollah fired a rocket. It flew 600 km, the channel said.", ["Kan TV"]),
        ("A rocket hit a base. It had flown 600 km, according to the US-led coalition.", ["the US-led coalition"]),
        # whom others quote
        (
            "North Korea fired a missile. Kyodo quoted a JCS official as saying it flew 600 km.",
            ["Joint Chiefs of Staff"],
        ),
        (
            "North Korea fired a missile. “It flew 600 km,” Kyodo quoted the JCS as saying.",
            ["Joint Chiefs of Staff"],
        ),
        (
            "North Korea fired a missile. “It flew 600 km,” a JCS official was quoted by Kyodo.",
            ["Joint Chiefs of Staff"],
        ),
        ("Russia fired a missile. “The missile flew 600 km,” a statement from the Kremlin read.", ["Kremlin"]),
        # labels with their day, brackets behind a participle, a figure's own "per"
        ("KCNA's version a day later: North Korea fired a missile that flew 600 km.", ["KCNA"]),
        (
            "Recall 1 March: North Korea fired one missile, flying 600 km and coming down on land (JCS).",
            ["Joint Chiefs of Staff"],
        ),
        ("North Korea fired a missile. It flew 600 km per the JCS.", ["Joint Chiefs of Staff"]),
        (
            "Seoul's military mended its figures, saying North Korea fired a missile that flew 600 km.",
            ["Joint Chiefs of Staff"],
        ),
        # who speaks is no part of the place before the comma, nor a neighbour's ministry the launching state's
        ("A missile flew 600 km and fell off the east coast, South Korea said.", ["South Korean government"]),
        (
            "North Korea fired a missile. It flew 600 km, Seoul and Tokyo said by telephone.",
            _SEOUL_AND_TOKYO,
        ),
        ("Tokyo said North Korea fired a missile. The defence ministry said it flew 600 km.", ["Ministry of Defense"]),
        ("Kharkiv Mayor Ihor Terekhov said Russia fired a missile. The mayor said it flew 600 km.", ["Ihor Terekhov"]),
        # what it was said in takes up who said it there
        (
            "The JCS said in a release that North Korea fired a missile. Tokyo spoke too. It flew 600 km, the release said.",
            ["Joint Chiefs of Staff"],
        ),
        (
            "North Korea fired a missile. It flew 600 km, according to the South Korean and Japanese military.",
            ["Joint Chiefs of Staff", "Ministry of Defense"],
        ),
        ("North Korea fired a missile. KCNA announced in a TV broadcast that it flew 600 km.", ["KCNA"]),
        (
            "A deputy governor of Iran's Fars province, Reza Amini, told state TV that an Iranian missile flew 600 km.",
            ["Reza Amini"],
        ),
        # what a clause below the sentence tells ends with it
        ("Hours after Tokyo spoke of a letter, North Korea fired a missile that flew 600 km.", [None]),
        # a quotation over several sentences
        (
            "Japan spoke first. “North Korea fired a missile,” the JCS said. “It did well. It flew 600 km.”",
            ["Joint Chiefs of Staff"],
        ),
        ("Japan said little. “North Korea fired a missile. It flew 600 km,” the JCS said.", ["Joint Chiefs of Staff"]),
        # whose words officials nobody names stand in
        (
            "North Korea fired a missile. Seoul's military said it, officials think, flew 600 km.",
            ["Joint Chiefs of Staff"],
        ),
        ("North Korea fired a missile. The ministry, officials said, will speak later. It flew 600 km.", [None]),
    ],
)
def test_the_speaker_of_a_distance(text: str, speakers: list[str | None]) -> None:
    assert _speakers(text, "distance") == speakers


def test_different_values_by_different_speakers_in_one_sentence() -> None:
    text = "North Korea fired a missile. The JCS said it flew 800 km, while Japan's defence ministry put the distance at 750 km."
    found = {claim.claimant.name: claim.value.low for claim in claims_of(text, "distance") if claim.claimant}  # type: ignore[union-attr]
    assert found == {"Joint Chiefs of Staff": 800, "Ministry of Defense": 750}


def test_relays_are_not_observers() -> None:
    text = "North Korea fired a missile. Yonhap reported that the JCS said it flew 600 km."
    (claim,) = claims_of(text, "distance")
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.claimant.country) == ("Joint Chiefs of Staff", "KOR")
    assert "Yonhap" in claim.via[0]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Seoul: North Korea fires two missiles from a submarine", "South Korean government"),
        ("N. Korea fires two missiles - JCS", "Joint Chiefs of Staff"),
        ("North Korea fires two suspected SRBMs, says Seoul", "South Korean government"),
        ("North Korea fires two missiles: Seoul's military", "Joint Chiefs of Staff"),
        ("North Korea fires two missiles - The Korea Herald", None),
        ("Pyongyang: North Korea fires two missiles", None),
    ],
)
def test_the_speaker_of_a_headline(headline: str, speaker: str | None) -> None:
    assert _speakers(headline + "\n\nMore to follow.", "count") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The North tested what it called an air defense missile.", "North Korea"),
        ("The North tested what it called an air defense missile, the JCS said.", "Joint Chiefs of Staff"),
    ],
)
def test_the_name_a_launching_party_gives_is_its_own_word_unless_an_observer_tells_it(text: str, speaker: str) -> None:
    assert _speakers(text, "weapon") == [speaker]


def test_an_outlet_an_official_told_is_a_relay() -> None:
    (claim,) = claims_of("North Korea fired a missile. It flew 600 km, a JCS officer told Yonhap.", "distance")
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.via) == ("Joint Chiefs of Staff", ("Yonhap",))


def test_several_speakers_for_one_value() -> None:
    text = "North Korea fired a missile. It flew 435 miles, according to military officials in both Seoul and Tokyo."
    countries = {claim.claimant.country for claim in claims_of(text, "distance") if claim.claimant}
    assert countries == {"KOR", "JPN"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a list's source stands above it
        (
            "What the JCS has told us so far of Tuesday:\n• North Korea fired one missile that flew 600 km.",
            "Joint Chiefs of Staff",
        ),
        ("All data from JCS notices.\n- North Korea fired one missile that flew 600 km.", "Joint Chiefs of Staff"),
        ("The JCS will speak at noon.\n- North Korea fired one missile that flew 600 km.", None),
        # who speaks before and behind a sentence told it too
        (
            "The JCS said North Korea fired a missile. It flew 600 km. It fell at sea, it added.",
            "Joint Chiefs of Staff",
        ),
        (
            "The JCS said North Korea fired a missile.\nThe missile flew 600 km. It fell in the East Sea, the JCS said.",
            "Joint Chiefs of Staff",
        ),
        ("The JCS said North Korea fired a missile. It flew 600 km. Tokyo said it fell in the East Sea.", None),
        ("The JCS said North Korea fired a missile.\nIt flew 600 km.\nIt fell in the East Sea, the JCS said.", None),
    ],
)
def test_who_tells_what_stands_without_a_speaker(text: str, speaker: str | None) -> None:
    assert _speakers(text, "distance") == [speaker]


def test_when_observers_detected_a_launch_it_was_launched() -> None:
    (claim,) = claims_of("At around 7:10 a.m., the JCS detected a missile fired by North Korea.", "occurred")
    assert claim.claimant is not None
    assert claim.claimant.name == "Joint Chiefs of Staff"


def test_nothing_was_damaged_says_who_closes_the_sentence() -> None:
    text = "North Korea fired a missile. Initial reports indicated no damage to ships, the JCS said."
    assert _speakers(text, "effects") == ["Joint Chiefs of Staff"]


def test_a_body_behind_a_place_speaks() -> None:
    text = "Iran fired two missiles that flew 600 km to strikes on Erbil, the Kurdistan rescue council said."
    assert _speakers(text, "distance") == ["the Kurdistan rescue council"]


def test_putting_a_satellite_into_orbit_says_nothing() -> None:
    text = "Iran put a satellite into a 750-km orbit with a Simorgh rocket on Wednesday."
    assert _speakers(text, "system") == [None]
