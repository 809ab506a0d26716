package no.kompetansebro.training.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static no.kompetansebro.training.proof.PdfsForTests.followedBy;
import static no.kompetansebro.training.proof.PdfsForTests.object;
import static no.kompetansebro.training.proof.PdfsForTests.packed;
import static no.kompetansebro.training.proof.PdfsForTests.pdf;
import static no.kompetansebro.training.proof.PdfsForTests.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import no.kompetansebro.training.proof.DocumentCheck.Checked;
import no.kompetansebro.training.proof.DocumentCheck.MediaType;
import no.kompetansebro.training.proof.DocumentCheck.Refusal;
import no.kompetansebro.training.proof.DocumentCheck.Refused;
import no.kompetansebro.training.proof.DocumentCheck.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DocumentCheckTest {

    private static final byte[] ZIP_END = "PK\u0005\u0006".getBytes(ISO_8859_1);

    private static final String OBJECTS = "/Type /ObjStm /N 1 /First 4 ";

    private final DocumentCheck check = new DocumentCheck(DataSize.ofKilobytes(300));

    @Test
    void keepsASoundPdfAsItIs() {
        byte[] file = pdf("");

        Sound kept = (Sound) check.check(file);

        assertThat(kept.type()).isEqualTo(MediaType.PDF);
        assertThat(kept.content()).isEqualTo(file);
    }

    @Test
    void keepsAPdfWhoseObjectsArePackedAndWhoseTextSpeaksOfActions() {
        byte[] objects = stream(
                "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
                packed("7 0 << /Title (Launch: JavaScript for nye) >>"));
        byte[] picture = stream("/Subtype /Image /Filter /FlateDecode", packed(noise(50_000)));

        assertThat(check.check(pdf("/OpenAction [3 0 R /Fit] /Names << >>", objects, picture)))
                .isInstanceOf(Sound.class);
    }

    @ParameterizedTest
    @MethodSource("hostilePdfs")
    void refusesAPdfThatIsMoreThanPages(Refusal why, byte[] file) {
        assertThat(check.check(file)).isEqualTo(new Refused(why));
    }

    static Stream<Arguments> hostilePdfs() {
        String script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
        byte[] sound = pdf("");
        return Stream.of(
                hostile(Refusal.ACTIVE_CONTENT, pdf("/OpenAction " + script)),
                hostile(Refusal.ACTIVE_CONTENT, pdf("/OpenAction << /S /J#61vaScr#69pt >>")),
                hostile(Refusal.ACTIVE_CONTENT, pdf("", object("<< /S /Launch /F (cmd.exe) >>"))),
                hostile(Refusal.ACTIVE_CONTENT, pdf("/Names << /EmbeddedFiles << /Names [] >> >>")),
                hostile(Refusal.ACTIVE_CONTENT, pdf("", stream("/Type /EmbeddedFile", object("MZ")))),
                hostile(Refusal.ACTIVE_CONTENT, pdf("/AcroForm << /XFA 5 0 R >>")),
                hostile(Refusal.ACTIVE_CONTENT, pdf("", object("<< /Type /Filespec /EF << /F 5 0 R >> >>"))),
                hostile(
                        Refusal.ACTIVE_CONTENT,
                        pdf("", stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed("7 0 " + script)))),
                hostile(
                        Refusal.ACTIVE_CONTENT,
                        pdf("", stream("/N 1 /First 4 /Filter [/FlateDecode]", packed("7 0 << /X#46A 5 0 R >>")))),
                hostile(Refusal.ACTIVE_CONTENT, pdf("", stream("/Filter /DCTDecode", object("9 0 obj " + script)))),
                hostile(
                        Refusal.UNREADABLE,
                        pdf("", stream("/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode", object("3720")))),
                hostile(
                        Refusal.UNREADABLE,
                        pdf(
                                "",
                                stream(
                                        "/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]",
                                        object("x")))),
                hostile(
                        Refusal.UNREADABLE,
                        pdf("", stream(OBJECTS + "/Filter 6 0 R", object("3720")), object("[/ASCIIHexDecode]"))),
                hostile(
                        Refusal.UNREADABLE,
                        pdf("", stream(OBJECTS + "/Filter 6 0 R /X /FlateDecode", object("3720")), object("/AHx"))),
                hostile(Refusal.UNREADABLE, pdf("", stream(OBJECTS + "/Filter /FlateDecode", object("3720")))),
                hostile(
                        Refusal.ACTIVE_CONTENT,
                        pdf("/OpenAction << /S /GoToR /F (//example.no/felles/kurs.pdf) /D [0 /Fit] >>")),
                hostile(
                        Refusal.ACTIVE_CONTENT,
                        pdf("", stream("/Filter /DCTDecode", object("9 0 obj << /XFA 5 0 R >>")))),
                hostile(Refusal.ENCRYPTED, pdf("", object("<< /Encrypt 6 0 R >>"))),
                hostile(Refusal.UNREADABLE, followedBy(sound, ZIP_END)),
                hostile(Refusal.UNREADABLE, followedBy(followedBy(sound, ZIP_END), "\n%%EOF".getBytes(ISO_8859_1))),
                hostile(Refusal.UNREADABLE, followedBy(sound, "<script>alert(1)</script>".getBytes(ISO_8859_1))),
                hostile(Refusal.UNREADABLE, Arrays.copyOf(sound, sound.length - 60)),
                hostile(Refusal.UNREADABLE, pdf("", object("<< /A [ >>"))),
                hostile(Refusal.UNREADABLE, pdf("", object("<< /A (never closed >>"))),
                hostile(Refusal.UNREADABLE, pdf("", object("[".repeat(5_000)))),
                hostile(Refusal.UNREADABLE, "%PDF-1.4\n%%EOF".getBytes(ISO_8859_1)),
                hostile(Refusal.UNREADABLE, pdf("", stream("/Filter /FlateDecode", packed(new byte[210_000_000])))),
                hostile(Refusal.WRONG_TYPE, followedBy("GIF89a".getBytes(ISO_8859_1), sound)),
                hostile(Refusal.WRONG_TYPE, "<html><script>".getBytes(ISO_8859_1)),
                hostile(Refusal.WRONG_TYPE, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1)),
                hostile(Refusal.WRONG_TYPE, "MZ".getBytes(ISO_8859_1)),
                hostile(Refusal.EMPTY, new byte[0]),
                hostile(Refusal.TOO_LARGE, new byte[300 * 1024 + 1]));
    }

    private static Arguments hostile(Refusal why, byte[] file) {
        return Arguments.of(why, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void drawsAPictureAnewSoThatNothingElseIsLeftOfIt(String format) throws IOException {
        byte[] file = followedBy(picture(format, 60, 40), "<?php system('id'); ?>".getBytes(ISO_8859_1));
        byte[] marked = format.equals("jpg") ? withExif(file, 1) : file;

        Sound kept = (Sound) check.check(marked);

        assertThat(kept.type()).isEqualTo(format.equals("jpg") ? MediaType.JPEG : MediaType.PNG);
        assertThat(new String(kept.content(), ISO_8859_1)).doesNotContain("php", "Exif", "59.91");
        assertThat(read(kept).getWidth()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void turnsAPictureUprightBeforeItForgetsHowTheCameraWasHeld(int orientation) throws IOException {
        BufferedImage drawn = read((Sound) check.check(withExif(picture("jpg", 60, 40), orientation)));

        assertThat(drawn.getWidth()).isEqualTo(orientation == 3 ? 60 : 40);
        int[] red = switch (orientation) {
            case 3 -> new int[] {50, 30};
            case 6 -> new int[] {30, 5};
            default -> new int[] {5, 50};
        };
        assertThat(new Color(drawn.getRGB(red[0], red[1])).getRed()).isGreaterThan(200);
        assertThat(new Color(drawn.getRGB(20, 20)).getRed()).isLessThan(100);
    }

    @Test
    void makesALargePictureSmallerWhileItReadsIt() throws IOException {
        Sound kept = (Sound) new DocumentCheck(DataSize.ofMegabytes(10)).check(picture("png", 6_000, 4_000));

        assertThat(read(kept).getWidth()).isEqualTo(3_000);
    }

    @Test
    void refusesAPictureThatSaysItIsEnormousBeforeItUnpacksIt() throws IOException {
        assertThat(check.check(sizedPng(100_000, 100))).isEqualTo(new Refused(Refusal.TOO_MANY_PIXELS));
        assertThat(check.check(sizedPng(15_000, 15_000))).isEqualTo(new Refused(Refusal.TOO_MANY_PIXELS));
    }

    @Test
    void refusesAJpegThatGoesOverThePictureAgainAndAgain() throws IOException {
        byte[] scan = {(byte) 0xff, (byte) 0xda};
        byte[] some = picture("jpg", 60, 40);
        for (int i = 0; i < 20; i++) {
            some = followedBy(some, scan);
        }
        byte[] many = some;
        for (int i = 0; i < 100; i++) {
            many = followedBy(many, scan);
        }

        assertThat(check.check(some)).isInstanceOf(Sound.class);
        assertThat(check.check(many)).isEqualTo(new Refused(Refusal.UNREADABLE));
    }

    @Test
    void refusesAPictureThatIsBroken() throws IOException {
        byte[] png = picture("png", 60, 40);
        byte[] jpeg = picture("jpg", 60, 40);

        for (byte[] broken : new byte[][] {
            Arrays.copyOf(png, 60),
            Arrays.copyOf(jpeg, 60),
            followedBy(Arrays.copyOf(png, 8), noise(500)),
            {(byte) 0xff, (byte) 0xd8, (byte) 0xff}
        }) {
            assertThat(check.check(broken)).isEqualTo(new Refused(Refusal.UNREADABLE));
        }
    }

    @Test
    void standsWhateverIsThrownAtIt() throws IOException {
        Random random = new Random(11);
        for (byte[] sound : new byte[][] {pdf(""), picture("png", 30, 20), withExif(picture("jpg", 30, 20), 6)}) {
            for (int i = 0; i < 300; i++) {
                byte[] file = sound.clone();
                for (int n = 0; n < 4; n++) {
                    file[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
                }
                Checked checked = check.check(file);
                assertThat(checked).isNotNull();
            }
        }
    }

    /** Dark, with a red corner at the top left. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage read(Sound kept) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(kept.content()));
    }

    /** As a phone writes it: how it was held, and where. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(64);
        tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put("GPS 59.91 10.75".getBytes(ISO_8859_1));
        ByteBuffer segment = ByteBuffer.allocate(2 + 2 + 6 + 64);
        segment.putShort((short) 0xffe1).putShort((short) (2 + 6 + 64)).put("Exif\0\0".getBytes(ISO_8859_1));
        segment.put(tiff.array());
        return followedBy(
                followedBy(Arrays.copyOf(jpeg, 2), segment.array()), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] sizedPng(int width, int height) throws IOException {
        byte[] png = picture("png", 10, 10);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(3).nextBytes(noise);
        return noise;
    }
}
