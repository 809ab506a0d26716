package no.kompetansebro.training.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.training.proof.DocumentCheck.MediaType;
import no.kompetansebro.training.proof.DocumentCheck.Sound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files that certificates were handed in with, of the employer in scope: kept once, never changed, gone when taken back. */
@Repository
@Transactional
class Documents {

    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that is kept. */
    record Kept(String name, Sound file) {}

    void keep(UUID claim, String name, Sound file) {
        jdbc.sql("""
                insert into claim_document (employer_id, claim_id, media_type, file_name, size, sha256, content)
                values (:employer, :claim, :type, :name, :size, :sha256, :content)
                """)
                .param("employer", EmployerScope.required().value())
                .param("claim", claim)
                .param("type", file.type().text())
                .param("name", name)
                .param("size", file.content().length)
                .param("sha256", sha256(file.content()))
                .param("content", file.content())
                .update();
    }

    void forget(UUID claim) {
        jdbc.sql("delete from claim_document where claim_id = :claim")
                .param("claim", claim)
                .update();
    }

    Optional<Kept> of(UUID claim) {
        return jdbc.sql("select media_type, file_name, content from claim_document where claim_id = :claim")
                .param("claim", claim)
                .query((row, _) -> new Kept(
                        row.getString("file_name"),
                        new Sound(MediaType.of(row.getString("media_type")), row.getBytes("content"))))
                .optional();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
