package io.ringsight.ingest.normalise;

/** Check digits of identity and tax numbers. Every method takes letters and digits alone, upper case. */
final class CheckDigits {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private CheckDigits() {}

    /** Brazil, Receita Federal: CPF, eleven digits, the last two weighted sums modulo 11. */
    static boolean cpf(String digits) {
        return digits.length() == 11
                && !Placeholder.isNumber(digits)
                && brazilian(digits, 9, 10) == digits.charAt(9) - '0'
                && brazilian(digits, 10, 11) == digits.charAt(10) - '0';
    }

    private static int brazilian(String digits, int count, int weight) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (digits.charAt(i) - '0') * (weight - i);
        }
        return sum * 10 % 11 % 10;
    }

    /** Brazil, Receita Federal: CNPJ, fourteen digits, weights 2 to 9 from the right. */
    static boolean cnpj(String digits) {
        return digits.length() == 14
                && !Placeholder.isNumber(digits)
                && company(digits, 12) == digits.charAt(12) - '0'
                && company(digits, 13) == digits.charAt(13) - '0';
    }

    private static int company(String digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (digits.charAt(i) - '0') * (2 + (count - 1 - i) % 8);
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    /** Spain, Real Decreto 1553/2005: DNI and NIE, the letter is the number modulo 23. */
    static boolean dni(String code) {
        if (code.length() != 9) {
            return false;
        }
        int foreign = "XYZ".indexOf(code.charAt(0));
        String digits = foreign < 0 ? code.substring(0, 8) : foreign + code.substring(1, 8);
        return SerialNumber.isDigits(digits) && DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == code.charAt(8);
    }

    /** United States, 20 CFR 422.103 and SSA's allocation rules: which nine digits can be an SSN or an ITIN. */
    static boolean ssn(String digits) {
        return digits.length() == 9
                && SerialNumber.isDigits(digits)
                && !Placeholder.isNumber(digits)
                && !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("00", 3)
                && !digits.startsWith("0000", 5);
    }

    /** ICAO Doc 9303 part 3: the machine-readable zone's check digit, weights 7, 3, 1; filler counts as 0. */
    static int mrz(String field) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
            sum += value * weights[i % 3];
        }
        return sum % 10;
    }
}
