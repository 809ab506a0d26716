package no.kompetansebro.training.proof;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import no.kompetansebro.training.proof.DocumentCheck.Checked;
import no.kompetansebro.training.proof.DocumentCheck.MediaType;
import no.kompetansebro.training.proof.DocumentCheck.Refusal;
import no.kompetansebro.training.proof.DocumentCheck.Refused;
import no.kompetansebro.training.proof.DocumentCheck.Sound;

/**
 * Draws a picture anew: what it shows is kept, where and with what it was taken, and whatever else was in the file, is
 * not. What it says of its size is believed before anything is unpacked, and unpacking stops there; a large one becomes
 * smaller while it is read, so that it never needs more memory than {@link #KEPT_PIXELS}.
 */
final class PictureCheck {

    /** Most pixels of a picture that is taken in at all: what phones make today. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final int LONGEST_SIDE = 20_000;

    /** Most times that a JPEG goes over the whole picture. Those that show it bit by bit go over it some ten times. */
    private static final int MOST_SCANS = 100;

    /** A page of A4 at 300 dots per inch, and some. */
    private static final long KEPT_PIXELS = 12_000_000;

    private static final float QUALITY = 0.85f;

    private PictureCheck() {}

    static Checked of(MediaType type, byte[] file) {
        if (type == MediaType.JPEG && scans(file) > MOST_SCANS) {
            return new Refused(Refusal.UNREADABLE);
        }
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.text()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS || Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SIDE) {
                return new Refused(Refusal.TOO_MANY_PIXELS);
            }
            BufferedImage picture = reader.read(0, smaller(reader.getDefaultReadParam(), pixels));
            int orientation = type == MediaType.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
            return new Sound(type, written(type, upright(picture, orientation, type)));
        } catch (IOException | RuntimeException e) {
            // A hostile file may make the reader throw anything.
            return new Refused(Refusal.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** How many times a reader would go over the picture: the mark of a scan's start stands nowhere else (ITU-T T.81, B.1.1). */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if ((jpeg[i - 1] & 0xff) == 0xff && (jpeg[i] & 0xff) == 0xda) {
                scans++;
            }
        }
        return scans;
    }

    private static ImageReadParam smaller(ImageReadParam param, long pixels) {
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation, MediaType type) {
        boolean turned = orientation >= 5;
        int width = turned ? picture.getHeight() : picture.getWidth();
        int height = turned ? picture.getWidth() : picture.getHeight();
        boolean seeThrough = type == MediaType.PNG && picture.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(picture, turning(orientation, picture.getWidth(), picture.getHeight()), null);
        graphics.dispose();
        return drawn;
    }

    /** From where the camera held it to upright: the eight values of Exif's Orientation, in its own words of rows and columns. */
    private static AffineTransform turning(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(MediaType type, BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.text()).next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == MediaType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
