package no.kompetansebro.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An XLSX file read by the standard (ECMA-376), without the library that wrote it. */
public final class OpenedWorkbook {

    /**
     * What a cell holds.
     *
     * @param text its text, or its number as it is written in the file
     * @param number its number, where it is one
     * @param format the code of its number format
     */
    public record Held(String text, Optional<BigDecimal> number, String format) {}

    private final Map<String, Document> parts = new HashMap<>();
    private final List<String> strings;

    private OpenedWorkbook(byte[] file) {
        try {
            Path kept = Files.createTempFile("workbook", ".xlsx");
            Files.write(kept, file);
            try (ZipFile zip = new ZipFile(kept.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), parse(zip.getInputStream(entry).readAllBytes()));
                }
            }
            Files.delete(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        strings = elements(parts.get("xl/sharedStrings.xml").getDocumentElement(), "si").stream()
                .map(Element::getTextContent)
                .toList();
    }

    public static OpenedWorkbook of(byte[] file) {
        return new OpenedWorkbook(file);
    }

    public List<String> sheets() {
        return elements(parts.get("xl/workbook.xml").getDocumentElement(), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    public Element sheet(int number) {
        return parts.get("xl/worksheets/sheet" + number + ".xml").getDocumentElement();
    }

    /** The cells of the row of the sheet that hold something, by the letter of their column; both count from 1. */
    public Map<String, Held> row(int sheet, int row) {
        Map<String, Held> cells = new HashMap<>();
        elements(sheet(sheet), "c").stream()
                .filter(cell -> cell.getAttribute("r").replaceAll("[A-Z]+", "").equals(String.valueOf(row)))
                .forEach(cell -> cells.put(cell.getAttribute("r").replaceAll("\\d+", ""), held(cell)));
        return cells;
    }

    /** The sum of the numbers in the column from its second row on. */
    public BigDecimal sum(int sheet, String column) {
        return elements(sheet(sheet), "c").stream()
                .filter(cell -> cell.getAttribute("r").matches(column + "\\d+"))
                .filter(cell -> !cell.getAttribute("r").equals(column + "1"))
                .flatMap(cell -> held(cell).number().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Held held(Element cell) {
        String value = elements(cell, "v").stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
        boolean isText = cell.getAttribute("t").equals("s");
        return isText
                ? new Held(strings.get(Integer.parseInt(value)), Optional.empty(), format(cell))
                : new Held(
                        value, value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)), format(cell));
    }

    private String format(Element cell) {
        Element styles = parts.get("xl/styles.xml").getDocumentElement();
        String style = cell.getAttribute("s");
        if (style.isEmpty()) {
            return "";
        }
        Element formats = elements(styles, "cellXfs").getFirst();
        String id = elements(formats, "xf").get(Integer.parseInt(style)).getAttribute("numFmtId");
        return elements(styles, "numFmt").stream()
                .filter(format -> format.getAttribute("numFmtId").equals(id))
                .map(format -> format.getAttribute("formatCode"))
                .findFirst()
                .orElse(id);
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
