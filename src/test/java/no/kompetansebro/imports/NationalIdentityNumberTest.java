package no.kompetansebro.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdentityNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01018010018", // constructed, as all here; no such person is known
                "29020010027",
                "41018010001",
                "01818010083",
                "01418010181",
                "01668010047",
                "010180 10018",
                "010180-10018",
                "fnr:01018010018.",
                "Kari (01018010018)"
            })
    void isFoundInText(String text) {
        assertThat(NationalIdentityNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01018010017",
                "11018010017",
                "32018010150",
                "01138010046",
                "0101801001",
                "101018010018",
                "010180100180",
                "0101 8010017",
                "",
                "12345678901",
                "2026-11-21"
            })
    void isNotSeenInOtherNumbers(String text) {
        assertThat(NationalIdentityNumber.isIn(text)).isFalse();
    }
}
