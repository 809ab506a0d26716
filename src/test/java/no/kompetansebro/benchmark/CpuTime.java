package no.kompetansebro.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time used by this program and by its PostgreSQL, in seconds: says more than the clock where others use the
 * machine. Read from /proc; 0 for PostgreSQL where there is none.
 */
record CpuTime(double java, double postgres) {

    private static final double TICKS = 100;

    /** Up to now; the server is that of the backend process. */
    static CpuTime now(long backend) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new CpuTime(system.getProcessCpuTime() / 1e9, postgres(backend));
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(java - before.java, postgres - before.postgres);
    }

    private static double postgres(long backend) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            String server = stat(Path.of("/proc/" + backend))[1];
            return processes
                            .filter(process -> process.getFileName().toString().matches("\\d+"))
                            .mapToDouble(process -> ticks(process, server))
                            .sum()
                    / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of a process of the server its own time; of the server itself also that of its processes that have ended. */
    private static double ticks(Path process, String server) {
        try {
            String[] stat = stat(process);
            double own = Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
            if (process.getFileName().toString().equals(server)) {
                return own + Double.parseDouble(stat[13]) + Double.parseDouble(stat[14]);
            }
            return stat[1].equals(server) ? own : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The fields after the name: state, parent, … */
    private static String[] stat(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    @Override
    public String toString() {
        return String.format("%.1f + %.1f", java, postgres);
    }
}
