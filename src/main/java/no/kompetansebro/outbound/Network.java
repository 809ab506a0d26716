package no.kompetansebro.outbound;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A block of addresses (RFC 4632).
 *
 * @param size of its addresses in bits: 32 or 128
 * @param prefix the first bits, which they share, as a number
 */
record Network(int size, BigInteger prefix, int bits) {

    /** Of the usual notation, such as {@code 10.0.0.0/8}. */
    static Network of(String notation) {
        int slash = notation.indexOf('/');
        byte[] first = InetAddress.ofLiteral(notation.substring(0, slash)).getAddress();
        int size = first.length * Byte.SIZE;
        int bits = Integer.parseInt(notation, slash + 1, notation.length(), 10);
        return new Network(size, new BigInteger(1, first).shiftRight(size - bits), bits);
    }

    boolean contains(byte[] address) {
        return address.length * Byte.SIZE == size
                && new BigInteger(1, address).shiftRight(size - bits).equals(prefix);
    }
}
