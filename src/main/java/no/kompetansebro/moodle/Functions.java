package no.kompetansebro.moodle;

import java.util.List;

/** The web service functions that we use. */
final class Functions {

    static final String SITE_INFO = "core_webservice_get_site_info";
    static final String LIST_REPORTS = "core_reportbuilder_list_reports";
    static final String REPORT = "core_reportbuilder_retrieve_report";
    static final String SET_FILTERS = "core_reportbuilder_set_filters";
    static final String USERS = "core_user_get_users_by_field";
    static final String USERS_COURSES = "core_enrol_get_users_courses";
    static final String STATUS = "core_completion_get_course_completion_status";
    static final String COURSES = "core_course_get_courses_by_field";

    static final String ENROL = "enrol_manual_enrol_users";
    static final String ADD_TO_COHORT = "core_cohort_add_cohort_members";

    /** What a reading by report needs. */
    static final List<String> FOR_REPORT = List.of(LIST_REPORTS, REPORT, SET_FILTERS, USERS, COURSES);

    /** What a reading person by person needs. */
    static final List<String> FOR_PEOPLE = List.of(USERS, USERS_COURSES, STATUS);

    /** What enrolling needs beside the reading of people; reading goes without them. */
    static final List<String> FOR_ENROLLING = List.of(ENROL, ADD_TO_COHORT);

    private Functions() {}
}
