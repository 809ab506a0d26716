package no.kompetansebro.training.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held, by a JPEG's Exif (CIPA DC-008, tag 0x0112): gone with the rest of it once the picture is drawn upright. */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    /** 1 to 8; upright where it says nothing, or nonsense. */
    static int of(byte[] jpeg) {
        try {
            int value = find(ByteBuffer.wrap(jpeg));
            return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    /** Goes from segment to segment up to the picture itself (start of scan). */
    private static int find(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.limit() && (jpeg.get(at) & 0xff) == 0xff && (jpeg.get(at + 1) & 0xff) != 0xda) {
            int length = jpeg.getShort(at + 2) & 0xffff;
            byte[] head = new byte[EXIF.length];
            if ((jpeg.get(at + 1) & 0xff) == 0xe1 && length > EXIF.length + 2) {
                jpeg.get(at + 4, head);
                if (Arrays.equals(head, EXIF)) {
                    return inTiff(jpeg.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
                }
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                return tiff.getShort(entry + 8) & 0xffff;
            }
        }
        return UPRIGHT;
    }
}
