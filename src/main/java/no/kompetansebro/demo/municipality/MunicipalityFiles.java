package no.kompetansebro.demo.municipality;

import java.util.SequencedMap;

/**
 * The municipality in its outer formats.
 *
 * @param catalogue the catalogue as YAML (interfaces.md section 2)
 * @param imports the import files by kind, in the order in which they are to be applied (section 3); exemptions and all
 *     learning need the catalogue first
 */
public record MunicipalityFiles(String catalogue, SequencedMap<String, String> imports) {}
