package no.kompetansebro.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import no.kompetansebro.shared.EmployerScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/** Tells PostgreSQL at the start of each transaction which employer it works for ({@link EmployerScope}). */
@Component
class EmployerBinding implements TransactionExecutionListener {

    private final DataSource dataSource;

    EmployerBinding(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure == null) {
            EmployerScope.current().ifPresent(employer -> bind(employer.toString()));
        }
    }

    private void bind(String employer) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.employer', ?, true)")) {
            statement.setString(1, employer);
            statement.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("The transaction could not be bound to its employer", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
