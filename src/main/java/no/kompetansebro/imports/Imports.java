package no.kompetansebro.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies files for the employer in {@link no.kompetansebro.shared.EmployerScope}: whole or not at all, one at a time for
 * one employer, in constant memory however long the file is.
 */
@Component
public class Imports {

    private final Map<String, ImportKind> kinds;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Imports(
            List<ImportKind> kinds,
            JdbcClient jdbc,
            DataSource dataSource,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(ImportKind::name, Function.identity()));
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.events = events;
    }

    /** Whether there is such a kind of file. */
    public boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    /** Whether a file of the kind can be the whole truth ({@code mode=full}). */
    public boolean canBeFull(String kind) {
        return known(kind).full().isPresent();
    }

    /**
     * Reads the file to its end and applies it, or tells why not. Throws {@link IllegalArgumentException} for a kind that
     * there is not, or a full file of a kind that cannot be full; {@link UncheckedIOException} when the file cannot be
     * read, and then nothing has changed.
     */
    public ImportOutcome apply(String kind, InputStream file, ImportOptions options) {
        ImportKind known = known(kind);
        if (options.full() && known.full().isEmpty()) {
            throw new IllegalArgumentException("a file of " + kind + " cannot be the whole truth");
        }
        return transactions.execute(status -> {
            ImportOutcome outcome = applyNow(known, file, options);
            if (options.dryRun() || !(outcome instanceof ImportOutcome.Applied)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private ImportKind known(String kind) {
        return Optional.ofNullable(kinds.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("no kind of import: " + kind));
    }

    private ImportOutcome applyNow(ImportKind kind, InputStream file, ImportOptions options) {
        RowErrors errors = new RowErrors();
        boolean complete = stage(kind, file, options, errors);
        IncomingRows rows = new IncomingRows(jdbc, kind);
        if (complete) {
            rows.analyze();
            Turn.take(jdbc); // not while the file is still arriving
            rows.unite(errors);
            rows.check(options, errors);
        }
        return errors.isEmpty() ? write(kind, rows, options) : new ImportOutcome.Refused(errors.inOrder());
    }

    private boolean stage(ImportKind kind, InputStream file, ImportOptions options, RowErrors errors) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Staging staging = Staging.open(connection, kind.columns())) {
            boolean complete = new FileReading(kind, options.today(), errors).read(file, staging);
            staging.finish();
            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The rows could not be staged", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private ImportOutcome write(ImportKind kind, IncomingRows rows, ImportOptions options) {
        Optional<FullMode> full = kind.full().filter(_ -> options.full());
        long ended = full.map(mode -> count(mode.missing(), options)).orElse(0L);
        long current = full.map(mode -> count(mode.current(), options)).orElse(0L);
        if (ended * 10 > current && !options.force()) {
            return new ImportOutcome.EndsTooMuch(current, ended);
        }
        full.ifPresent(
                mode -> jdbc.sql(mode.end()).param("today", options.today()).update());
        Upsert.Written written = new Upsert(kind.target()).write(jdbc);
        if (!options.dryRun()) {
            events.publishEvent(new ImportApplied(kind.name(), ended > 0 ? Optional.empty() : written.employees()));
        }
        long count = rows.count();
        long unchanged = count - written.created() - written.updated();
        return new ImportOutcome.Applied(kind.name(), count, written.created(), written.updated(), unchanged, ended);
    }

    private long count(String query, ImportOptions options) {
        return jdbc.sql(query).param("today", options.today()).query(Long.class).single();
    }
}
