package no.kompetansebro.lti;

/** The names of the LTI claims (Core sections 5.3 and 5.4) and of the services. */
final class LtiClaim {

    private static final String PREFIX = "https://purl.imsglobal.org/spec/lti/claim/";

    static final String VERSION = PREFIX + "version";
    static final String MESSAGE_TYPE = PREFIX + "message_type";
    static final String DEPLOYMENT_ID = PREFIX + "deployment_id";
    static final String TARGET_LINK_URI = PREFIX + "target_link_uri";
    static final String RESOURCE_LINK = PREFIX + "resource_link";
    static final String ROLES = PREFIX + "roles";
    static final String CONTEXT = PREFIX + "context";
    static final String LIS = PREFIX + "lis";
    static final String CUSTOM = PREFIX + "custom";
    static final String LAUNCH_PRESENTATION = PREFIX + "launch_presentation";
    static final String EXT = PREFIX + "ext";

    static final String DEEP_LINKING_SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String CONTENT_ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
    static final String DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";
    static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    static final String NAMES = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    private LtiClaim() {}
}
