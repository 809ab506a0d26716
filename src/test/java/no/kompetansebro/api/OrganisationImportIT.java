package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganisationImportIT extends ImportCalls {

    @Test
    void takesAUnitBeforeItsParentAndUnderOneThatIsThere() {
        assertApplied("units", "unit,parent,name,kind\nSYKEHJEM,HELSE,Fjordtun,sykehjem\nHELSE,,Helse,\n", 2, 0, 0, 0);
        assertApplied("units", "unit,parent,name,kind\nAVD1,SYKEHJEM,Avdeling 1,\n", 1, 0, 0, 0);

        assertThat(rows("select unit_code, parent_code, name, kind from unit order by 1"))
                .containsExactly(
                        "AVD1 SYKEHJEM Avdeling 1 null", "HELSE null Helse null", "SYKEHJEM HELSE Fjordtun sykehjem");
    }

    @Test
    void changesNothingByTheSameFileTwice() {
        String units = "unit,parent,name\nA,,Alfa\nB,A,Beta\n";
        assertApplied("units", units, 2, 0, 0, 0);
        assertApplied("units", units, 0, 0, 2, 0);
        somebodyToImportFor();
        assertApplied("employments", """
                employment_no,employee_no,unit,position,fte,valid_from
                A1,1001,HELSE,07110,100.00,2020-01-01
                A2,1002,HELSE,7110,,2021-01-01
                """, 0, 0, 2, 0);
    }

    @Test
    void clearsWhatARowDoesNotSay() {
        assertApplied("employees", """
                employee_no,given_name,family_name,email,birth_year,username
                1001,Kari,Nordmann,kari@fjordvik.example,1980,kari
                """, 1, 0, 0, 0);
        assertApplied("employees", "username,family_name,given_name,employee_no\n,Nordmann,Kari,1001\n", 0, 1, 0, 0);

        assertThat(rows("select employee_no, email, birth_year, username from employee"))
                .containsExactly("1001 null null null");
    }

    @Test
    void refusesACircleOfUnits() {
        assertRefused("units", "unit,parent,name\nA,B,Alfa\nB,A,Beta\nC,,Gamma\n", "2 parent B", "3 parent A");
        assertRefused("units", "unit,parent,name\nA,A,Alfa\n", "2 parent A");
    }

    @Test
    void refusesACircleThroughUnitsThatAreThere() {
        assertApplied("units", "unit,parent,name\nA,,Alfa\nB,A,Beta\nC,B,Gamma\n", 3, 0, 0, 0);
        assertRefused("units", "unit,parent,name\nA,C,Alfa\n", "2 parent C");
        assertApplied("units", "unit,parent,name\nA,C,Alfa\nB,,Beta\n", 0, 2, 0, 0);
    }

    @Test
    void refusesUnknownCodesAllAtOnce() {
        somebodyToImportFor();
        assertRefused("employments", """
                employment_no,employee_no,unit,position,leads_unit,valid_from
                B1,9999,HELSE,1,,2020-01-01
                B2,1001,NOWHERE,1,,2020-01-01
                B3,1001,HELSE,1,NOWHERE,2020-01-01
                """, "2 employee_no 9999", "3 unit NOWHERE", "4 leads_unit NOWHERE");
        assertRefused("units", "unit,parent,name\nX,NOWHERE,Ukjent\n", "2 parent NOWHERE");
        assertRefused("leaves", "employment_no,valid_from\nB9,2024-01-01\n", "2 employment_no B9");
        assertRefused("roles", "employee_no,role,valid_from\n1,verneombud,2024-01-01\n", "2 employee_no 1");
    }

    @Test
    void refusesPeriodsOfOneEmploymentThatOverlap() {
        somebodyToImportFor();
        assertRefused(
                "employments", """
                employment_no,employee_no,unit,position,valid_from,valid_until
                B1,1001,HELSE,1,2020-01-01,2021-01-02
                B1,1001,HELSE,1,2021-01-01,
                A1,1001,HELSE,1,2022-01-01,
                A2,1002,HELSE,1,2019-01-01,2021-01-02
                """, "3 valid_from 2021-01-01", "4 valid_from 2022-01-01", "5 valid_from 2019-01-01");
    }

    @Test
    void takesPeriodsOfOneEmploymentThatTouch() {
        somebodyToImportFor();
        assertApplied("employments", """
                employment_no,employee_no,unit,position,valid_from,valid_until
                A1,1001,HELSE,07110,2020-01-01,2022-01-01
                A1,1001,HELSE,1,2022-01-01,
                A2,1002,HELSE,1,2019-01-01,2021-01-01
                """, 2, 1, 0, 0);
    }

    @Test
    void refusesAnUntilThatIsNotAfterItsFrom() {
        somebodyToImportFor();
        String header = "employment_no,valid_from,valid_until\n";
        assertRefused("leaves", header + "A1,2024-02-29,2024-02-29\n", "2 valid_until 2024-02-29");
        assertRefused("leaves", header + "A1,2024-02-29,2024-02-28\n", "2 valid_until 2024-02-28");
        assertApplied("leaves", header + "A1,2024-02-29,2024-03-01\n", 1, 0, 0, 0);
    }

    @Test
    void takesAFullPositionWhereTheFteIsEmptyAndRefusesOneOutOfRange() {
        somebodyToImportFor();
        String header = "employment_no;employee_no;unit;position;valid_from;fte\n";
        assertApplied(
                "employments", header + "C1;1001;HELSE;1;2024-01-01;\nC2;1001;HELSE;1;2024-01-01;37,5\n", 2, 0, 0, 0);
        assertThat(rows("select employment_no, fte from employment where employment_no like 'C%' order by 1"))
                .containsExactly("C1 100", "C2 37.5");
        assertRefused("employments", header + "C3;1001;HELSE;1;2024-01-01;1000.1\n", "2 fte 1000.1");
        assertRefused("employments", header + "C3;1001;HELSE;1;2024-01-01;-1\n", "2 fte -1");
        assertRefused("employments", header.replace(';', ',') + "C3,1001,HELSE,1,2024-01-01,\"37,5\"\n", "2 fte 37,5");
    }

    @Test
    void recordsRoles() {
        somebodyToImportFor();
        String roles = "employee_no,role,valid_from,valid_until\n1001,verneombud,2024-01-01,2026-01-01\n";
        assertApplied("roles", roles, 1, 0, 0, 0);
        assertApplied("roles", roles, 0, 0, 1, 0);
        assertApplied("roles", roles.replace("2026-01-01", ""), 0, 1, 0, 0);
    }
}
