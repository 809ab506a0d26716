package no.kompetansebro.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is written reads back as the same, whatever the names and codes look like. */
class RoundTripTest {

    @Property(tries = 300)
    void readsBackWhatItWrites(@ForAll("catalogues") CatalogueContent content) {
        String document = DocumentWriter.write(content);

        assertThat(read(document)).isEqualTo(content);
        assertThat(DocumentWriter.write(read(document))).isEqualTo(document);
    }

    @Provide
    Arbitrary<CatalogueContent> catalogues() {
        return Arbitraries.randomValue(random -> new RandomCatalogue(random).next());
    }

    /** Another reader of YAML takes every text for a text and every number for a number. */
    @Property(tries = 500)
    void isUnderstoodByOthers(@ForAll("texts") String text) {
        JsonNode json = JsonNodeFactory.instance.objectNode().put("text", text);
        String yaml = new YamlWriter(Set.of()).write(json);

        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);

        assertThat(read).isEqualTo(Map.of("text", text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.randomValue(random -> new RandomCatalogue(random).text());
    }

    @Example
    void quotesWhatCouldBeAnythingElse() {
        for (String text : new String[] {
            "07110",
            "true",
            "No",
            "y",
            "null",
            "~",
            "2024-01-01",
            "1e3",
            "0x1f",
            "1:30",
            "- a",
            "a: b",
            "a #b",
            "=",
            "<<",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            " a",
            "a ",
            "a:",
            "?",
            "-",
            ".inf",
            ".nan",
            "NaN",
            "{a",
            "[a",
            "a,b",
            "'",
            "\""
        }) {
            String yaml = new YamlWriter(Set.of()).write(JsonNodeFactory.instance.stringNode(text));
            assertThat(yaml).startsWith("\"");
        }
        assertThat(new YamlWriter(Set.of()).write(JsonNodeFactory.instance.stringNode("Førstehjelp – kurs § 3-2")))
                .isEqualTo("Førstehjelp – kurs § 3-2\n");
    }

    private static CatalogueContent read(String document) {
        Errors errors = new Errors();
        YamlNode root = YamlReader.read(document.getBytes(StandardCharsets.UTF_8), errors)
                .orElseThrow(() -> new AssertionError(errors.all() + "\n" + document));
        return new DocumentReader(Declared.in(root), RandomCatalogue.UNITS, errors)
                .read(root)
                .orElseThrow(() -> new AssertionError(errors.all() + "\n" + document));
    }
}
