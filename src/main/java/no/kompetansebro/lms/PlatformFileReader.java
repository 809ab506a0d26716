package no.kompetansebro.lms;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.kompetansebro.lti.spi.Registration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one platform file, strictly: every key is known and there once. Ids are text, however they look. */
final class PlatformFileReader {

    private static final Set<String> KEYS = Set.of(
            "issuer",
            "clientId",
            "employer",
            "deployments",
            "authorizationEndpoint",
            "tokenEndpoint",
            "jwksUri",
            "tokenAudience",
            "origins",
            "privateAddresses",
            "accountLink",
            "trustAdministrators");

    private static final Pattern EMPLOYER_CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final Path file;
    private final Map<String, Node> values;

    private PlatformFileReader(Path file) {
        this.file = file;
        this.values = values(root());
    }

    /** Throws {@link PlatformFileInvalid}. */
    static PlatformFile read(Path file) {
        return new PlatformFileReader(file).read();
    }

    private PlatformFile read() {
        Registration registration = new Registration(
                text("issuer"),
                text("clientId"),
                Set.copyOf(texts("deployments")),
                address("authorizationEndpoint"),
                address("tokenEndpoint"),
                address("jwksUri"),
                Optional.ofNullable(values.get("tokenAudience")).map(node -> scalar("tokenAudience", node)),
                origins(),
                flag("privateAddresses", true));
        List<AccountAttribute> accountLink =
                texts("accountLink").stream().map(this::attribute).toList();
        return new PlatformFile(registration, employer(), accountLink, flag("trustAdministrators", false));
    }

    private Node root() {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            if (root == null) {
                throw invalid("the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw invalid("no readable YAML at line " + (e.getProblemMark().getLine() + 1));
        } catch (IOException | YAMLException e) {
            throw invalid("no readable YAML");
        }
    }

    private Map<String, Node> values(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            throw invalid("a list of 'key: value' is expected");
        }
        Map<String, Node> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!KEYS.contains(key)) {
                throw invalid(key, "is not a known key");
            }
            if (found.put(key, tuple.getValueNode()) != null) {
                throw invalid(key, "is there twice");
            }
        }
        return found;
    }

    private String text(String key) {
        return Optional.ofNullable(values.get(key))
                .map(node -> scalar(key, node))
                .orElseThrow(() -> invalid(key, "is missing"));
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw invalid(key, "must be a text");
    }

    private List<String> texts(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw invalid(key, "must be a list");
        }
        return sequence.getValue().stream()
                .map(item -> scalar(key, item))
                .distinct()
                .toList();
    }

    private Set<String> origins() {
        for (String origin : texts("origins")) {
            URI uri = address("origins", origin);
            if (!origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
                throw invalid("origins", "must be scheme, host and port: " + origin);
            }
        }
        return Set.copyOf(texts("origins"));
    }

    private URI address(String key) {
        return address(key, text(key));
    }

    private URI address(String key, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw invalid(key, "is not an address: " + text);
        }
        throw invalid(key, "must be an http or https address: " + text);
    }

    private String employer() {
        String code = text("employer");
        if (!EMPLOYER_CODE.matcher(code).matches()) {
            throw invalid("employer", "must be a code ([a-z0-9][a-z0-9._-]*): " + code);
        }
        return code;
    }

    private AccountAttribute attribute(String code) {
        return List.of(AccountAttribute.values()).stream()
                .filter(attribute -> attribute.code().equals(code))
                .findFirst()
                .orElseThrow(() -> invalid("accountLink", "knows idnumber, username and email, not " + code));
    }

    private boolean flag(String key, boolean otherwise) {
        Node node = values.get(key);
        String text =
                node == null ? String.valueOf(otherwise) : scalar(key, node).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key, "must be true or false");
        };
    }

    private PlatformFileInvalid invalid(String key, String problem) {
        return invalid("'" + key + "' " + problem);
    }

    private PlatformFileInvalid invalid(String problem) {
        return new PlatformFileInvalid("Platform file " + file + ": " + problem);
    }
}
