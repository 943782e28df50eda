//! What files of each form say of themselves, and that damaged ones do no harm.

use super::*;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;
use std::io::Write;

const XMP: &[u8] = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description tiff:Make=\"Fern\">\
    <dc:creator><rdf:Seq><rdf:li>Robin Ashdown</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";

fn told(bytes: &[u8]) -> Vec<(Tells, String)> {
    read(bytes).traces.into_iter().map(|trace| (trace.tells, trace.words)).collect()
}

fn has(bytes: &[u8], tells: Tells, words: &str) -> bool {
    told(bytes).contains(&(tells, words.to_owned()))
}

/// EXIF with an artist and a position, in the byte order of Motorola.
fn exif() -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    bytes.extend(b"\x01\x3b\0\x02\0\0\0\x0e\0\0\0\x26");
    bytes.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x34");
    bytes.extend(b"\0\0\0\0Robin Ashdown\0");
    bytes.extend(b"\0\x02\0\x01\0\x02\0\0\0\x02N\0\0\0\0\x02\0\x05\0\0\0\x03\0\0\0\x52\0\0\0\0");
    for number in [53_u32, 1, 30, 1, 36, 1] {
        bytes.extend(number.to_be_bytes());
    }
    bytes
}

fn with_mark(exif: &[u8]) -> Vec<u8> {
    [b"Exif\0\0", exif].concat()
}

fn jpeg(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap_or(0).to_be_bytes();
    [&[0xff, 0xd8, 0xff, marker][..], &length, content, &[0xff, 0xda, 0, 2, 0xff, 0xd9]].concat()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap_or(0).to_be_bytes();
    [&length[..], name, content, b"\0\0\0\0"].concat()
}

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.concat()].concat()
}

fn squeeze(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    assert!(encoder.write_all(text).is_ok());
    encoder.finish().unwrap_or_default()
}

fn riff(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap_or(0).to_le_bytes();
    [b"RIFF\0\0\0\0WEBP", &name[..], &length, content].concat()
}

#[test]
fn a_photograph_tells_who_and_where() {
    let photograph = jpeg(0xe1, &with_mark(&exif()));
    assert!(has(&photograph, Tells::Who, "Robin Ashdown"), "{:?}", told(&photograph));
    assert!(has(&photograph, Tells::Where, "N 53.5100"), "{:?}", told(&photograph));
    assert!(has(&photograph, Tells::Block, "EXIF"));
    assert!(has(&jpeg(0xe1, XMP), Tells::Device, "Fern"));
    assert!(has(&jpeg(0xfe, b"by Robin"), Tells::Remark, "by Robin"));
    let iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x5a\0\x06Exford";
    assert!(has(&jpeg(0xed, iptc), Tells::Where, "Exford"));
    assert_eq!(told(&jpeg(0xe0, b"JFIF\0")), []);
}

#[test]
fn a_picture_within_a_picture_tells_as_much() {
    let photograph = [jpeg(0xe0, b"JFIF\0"), jpeg(0xe1, &with_mark(&exif()))].concat();
    assert!(has(&photograph, Tells::Who, "Robin Ashdown"));
}

#[test]
fn a_png_tells_in_chunks_open_or_squeezed() {
    assert!(has(&png(&[chunk(b"eXIf", &exif())]), Tells::Who, "Robin Ashdown"));
    assert!(has(&png(&[chunk(b"tEXt", b"Author\0Robin")]), Tells::Who, "Robin"));
    let squeezed = [&b"Comment\0\0"[..], &squeeze(b"at the park")].concat();
    assert!(has(&png(&[chunk(b"zTXt", &squeezed)]), Tells::Remark, "at the park"));
    let xmp = [&b"XML:com.adobe.xmp\0\x01\0\0\0"[..], &squeeze(XMP)].concat();
    assert!(has(&png(&[chunk(b"iTXt", &xmp)]), Tells::Who, "Robin Ashdown"));
    assert!(has(&png(&[chunk(b"tIME", &[7, 0xe8, 3, 14, 9, 0, 0])]), Tells::When, "2024-03-14"));
    assert_eq!(told(&png(&[chunk(b"tEXt", b"Software\0Inkscape")])), []);
}

#[test]
fn other_pictures_and_films_tell_too() {
    let gif = [&b"GIF89a\x01\0\x01\0\0\0\0"[..], b"\x21\xfe\x05Robin\0\x3b"].concat();
    assert!(has(&gif, Tells::Remark, "Robin"));
    assert!(has(&riff(b"EXIF", &with_mark(&exif())), Tells::Who, "Robin Ashdown"));
    assert!(has(&riff(b"XMP ", XMP), Tells::Who, "Robin Ashdown"));
    let avif = [&b"\0\0\0\x1cftypavif"[..], b"infe\0\0Exif\0", &exif()].concat();
    assert!(has(&avif, Tells::Who, "Robin Ashdown"));
    let film = [&b"\0\0\0\x1cftypqt  "[..], b"\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+53.5100-001.5000/"].concat();
    assert!(has(&film, Tells::Where, "+53.5100-001.5000/"));
}

#[test]
fn a_pdf_names_its_author_in_the_open_or_squeezed() {
    let open = b"%PDF-1.7\n1 0 obj <</Author (Robin \\(Ash\\)\\144own) /Producer (x)>>";
    assert!(has(open, Tells::Who, "Robin (Ash)down"));
    assert!(has(b"%PDF-1.7 <</Author <FEFF0052006F>>>", Tells::Who, "Ro"));
    let squeezed = [
        &b"%PDF-1.7\n2 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n"[..],
        &squeeze(b"<</Author (Robin)>>"),
        b"\nendstream",
    ]
    .concat();
    assert!(has(&squeezed, Tells::Who, "Robin"));
    assert_eq!(told(b"%PDF-1.7 <</AuthorRank 3 /Title ()>>"), []);
}

#[test]
fn an_office_document_names_who_saved_it_and_gives_its_text() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [
        ("docProps/core.xml", "<c><dc:creator>Robin</dc:creator><cp:lastModifiedBy>Sam Ash</cp:lastModifiedBy></c>"),
        ("word/document.xml", "<w:p><w:t>07700 </w:t><w:t>900123</w:t></w:p><w:p>Next</w:p>"),
        ("word/styles.xml", "<w:style>Heading</w:style>"),
    ];
    for (name, text) in parts {
        assert!(writer.start_file(name, zip::write::SimpleFileOptions::default()).is_ok());
        assert!(writer.write_all(text.as_bytes()).is_ok());
    }
    let bytes = writer.finish().map(std::io::Cursor::into_inner).unwrap_or_default();
    assert_eq!(told(&bytes), [(Tells::Who, "Robin".to_owned()), (Tells::Who, "Sam Ash".to_owned())]);
    assert_eq!(read(&bytes).texts, ["07700 900123\nNext\n"]);
}

#[test]
fn a_drawing_keeps_names_of_files_and_of_who_drew_it() {
    let drawing = b"<svg sodipodi:docname=\"robin.svg\"><metadata><dc:creator><cc:Agent>Robin</cc:Agent></dc:creator></metadata></svg>";
    let expected = [(Tells::Who, "Robin"), (Tells::Remark, "robin.svg"), (Tells::Block, "metadata")];
    assert_eq!(told(drawing), expected.map(|(tells, words)| (tells, words.to_owned())));
    assert_eq!(told(b"<svg><title>Levels</title></svg>"), []);
}

proptest! {
    #[test]
    fn damaged_files_of_any_form_are_read_to_their_end(
        start in 0_usize..9, exif in any::<bool>(), bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0_usize..200
    ) {
        let starts: [&[u8]; 9] = [
            b"\xff\xd8\xff\xe1\0\x40Exif\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\x10tEXt", b"GIF89a", b"RIFF\0\0\0\0WEBPEXIF",
            b"PK\x03\x04", b"\0\0\0\x1cftypavifExif", b"%PDF-1.4 /Author (", b"<svg ", b"",
        ];
        let exif = if exif { self::exif() } else { Vec::new() };
        let all = [starts[start], &exif, &bytes].concat();
        read(&all);
        read(&all[..all.len().saturating_sub(cut)]);
    }
}
