package no.kompetansebro.lti;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles of the LTI vocabulary (Core appendix A), compared exactly. A short name is a role in the context; the old
 * {@code person#} form is one in the institution. Everything else gives nothing.
 */
public final class Roles {

    private static final String LIS = "http://purl.imsglobal.org/vocab/lis/v2/";
    private static final String MEMBERSHIP = LIS + "membership#";
    private static final String INSTITUTION = LIS + "institution/person#";
    private static final String OLD_PERSON = LIS + "person#";

    private static final Set<String> IN_CONTEXT = Set.of(
            "Administrator", "ContentDeveloper", "Instructor", "Learner", "Mentor", "Manager", "Member", "Officer");
    private static final Set<String> IN_INSTITUTION = Set.of(
            "Administrator",
            "Faculty",
            "Guest",
            "None",
            "Other",
            "Staff",
            "Student",
            "Alumni",
            "Instructor",
            "Learner",
            "Member",
            "Mentor",
            "Observer",
            "ProspectiveStudent");
    private static final Set<String> IN_SYSTEM =
            Set.of("Administrator", "None", "AccountAdmin", "Creator", "SysAdmin", "SysSupport", "User");
    private static final Set<String> SUB_ROLES = Set.of(
            "Administrator#Administrator",
            "Administrator#Developer",
            "Administrator#ExternalDeveloper",
            "Administrator#ExternalSupport",
            "Administrator#ExternalSystemAdministrator",
            "Administrator#Support",
            "Administrator#SystemAdministrator",
            "ContentDeveloper#ContentDeveloper",
            "ContentDeveloper#ContentExpert",
            "ContentDeveloper#ExternalContentExpert",
            "ContentDeveloper#Librarian",
            "Instructor#ExternalInstructor",
            "Instructor#Grader",
            "Instructor#GuestInstructor",
            "Instructor#Lecturer",
            "Instructor#PrimaryInstructor",
            "Instructor#SecondaryInstructor",
            "Instructor#TeachingAssistant",
            "Instructor#TeachingAssistantGroup",
            "Instructor#TeachingAssistantOffering",
            "Instructor#TeachingAssistantSection",
            "Instructor#TeachingAssistantSectionAssociation",
            "Instructor#TeachingAssistantTemplate",
            "Learner#ExternalLearner",
            "Learner#GuestLearner",
            "Learner#Instructor",
            "Learner#Learner",
            "Learner#NonCreditLearner",
            "Manager#AreaManager",
            "Manager#CourseCoordinator",
            "Manager#ExternalObserver",
            "Manager#Manager",
            "Manager#Observer",
            "Member#Member",
            "Mentor#Advisor",
            "Mentor#Auditor",
            "Mentor#ExternalAdvisor",
            "Mentor#ExternalAuditor",
            "Mentor#ExternalLearningCoordinator",
            "Mentor#ExternalMentor",
            "Mentor#ExternalReviewer",
            "Mentor#ExternalTutor",
            "Mentor#LearningCoordinator",
            "Mentor#Mentor",
            "Mentor#Reviewer",
            "Mentor#Tutor",
            "Officer#Chair",
            "Officer#Communications",
            "Officer#Secretary",
            "Officer#Treasurer",
            "Officer#Vice-Chair");

    private static final Set<String> KNOWN = Stream.of(
                    IN_CONTEXT.stream().map(MEMBERSHIP::concat),
                    IN_INSTITUTION.stream().map(INSTITUTION::concat),
                    IN_SYSTEM.stream().map((LIS + "system/person#")::concat),
                    SUB_ROLES.stream().map((LIS + "membership/")::concat),
                    Stream.of("http://purl.imsglobal.org/vocab/lti/system/person#TestUser"))
            .flatMap(roles -> roles)
            .collect(Collectors.toUnmodifiableSet());

    private Roles() {}

    /** The known roles of the claim, which has to be there but may be empty (section 5.3.7). */
    static Set<URI> of(Claims claims) {
        if (!claims.has(LtiClaim.ROLES)) {
            throw new LaunchRefused(Refusal.ROLES_MISSING);
        }
        return known(claims.texts(LtiClaim.ROLES));
    }

    /** Those of the roles that the vocabulary has, as full URIs. */
    public static Set<URI> known(Collection<String> roles) {
        return roles.stream()
                .flatMap(role -> known(role).stream())
                .map(URI::create)
                .collect(Collectors.toSet());
    }

    private static Optional<String> known(String role) {
        return Stream.of(role, full(role)).filter(KNOWN::contains).findFirst();
    }

    private static String full(String role) {
        return role.startsWith(OLD_PERSON) ? INSTITUTION + role.substring(OLD_PERSON.length()) : MEMBERSHIP + role;
    }
}
