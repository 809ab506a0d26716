package no.kompetansebro.tables;

import java.util.function.UnaryOperator;

/**
 * Where a page's table is to be had as a file; the fragment {@code shell/parts :: files(files)} shows them beside printing.
 *
 * @param csv for any spreadsheet
 * @param xlsx for Excel and LibreOffice
 */
public record FileLinks(String csv, String xlsx) {

    /**
     * Beside the page.
     *
     * @param link the link to a path with the page's parameters
     */
    public static FileLinks of(String path, UnaryOperator<String> link) {
        return new FileLinks(link.apply(path + ".csv"), link.apply(path + ".xlsx"));
    }
}
