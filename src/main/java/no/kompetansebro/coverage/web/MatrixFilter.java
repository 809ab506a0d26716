package no.kompetansebro.coverage.web;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.Status;

/**
 * What the matrix is narrowed to; empty means all. {@code gap} as a status: everything that is not covered.
 *
 * @param page from 1
 */
record MatrixFilter(String status, String requirement, String position, int page) {

    static final String GAP = "gap";

    boolean wants(Status of) {
        return status.isEmpty() || (status.equals(GAP) ? of.isGap() : of.name().equalsIgnoreCase(status));
    }

    boolean wantsRequirement(String code) {
        return requirement.isEmpty() || requirement.equals(code);
    }

    boolean isAny() {
        return !(status + requirement + position).isEmpty();
    }

    Map<String, String> parameters(String unit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("enhet", unit);
        parameters.put("status", status);
        parameters.put("krav", requirement);
        parameters.put("stilling", position);
        return parameters;
    }
}
