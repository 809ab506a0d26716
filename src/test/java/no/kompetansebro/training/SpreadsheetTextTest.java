package no.kompetansebro.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {

    @Test
    void noCellIsAFormula() {
        String file = new SpreadsheetText()
                .row(List.of("=1+1", "a;b", "ja \"nei\"", "-2", "@sum", "vanlig"))
                .toString();

        assertThat(file).isEqualTo("\uFEFF'=1+1;\"a;b\";\"ja \"\"nei\"\"\";'-2;'@sum;vanlig\r\n");
    }
}
