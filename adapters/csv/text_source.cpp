// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/text_source.h"

#include <algorithm>

#include <QIODevice>

namespace tessera::adapters {

namespace {

constexpr qint64 blockSize = 1 << 18;

// Text in UTF-16 without a BOM shows as a zero in every other byte, as long as it is mostly Latin.
std::optional<TextEncoding> zeroPattern(std::string_view head)
{
    const std::size_t length = std::min<std::size_t>(head.size() & ~std::size_t(1), 4096);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i + 1 < length; i += 2) {
        even += head[i] == '\0';
        odd += head[i + 1] == '\0';
    }
    const std::size_t pairs = length / 2;
    if (pairs < 2)
        return std::nullopt;
    if (odd > pairs * 6 / 10 && even < pairs / 10)
        return TextEncoding::Utf16Le;
    if (even > pairs * 6 / 10 && odd < pairs / 10)
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

// What the bytes 0x80 to 0x9F mean in Windows-1252; the five that mean nothing become U+FFFD.
// Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr char16_t windowsOnly[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

void appendWindows1252(std::string &out, std::string_view bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
            continue;
        }
        const char16_t code = byte < 0xA0 ? windowsOnly[byte - 0x80] : char16_t(byte);
        if (code < 0x800) {
            out += static_cast<char>(0xC0 | code >> 6);
        } else {
            out += static_cast<char>(0xE0 | code >> 12);
            out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        }
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

} // namespace

void TextSource::detect(std::string_view head)
{
    using namespace std::string_view_literals;
    const std::pair<std::string_view, TextEncoding> marks[] = {
        {"\xFF\xFE\0\0"sv, TextEncoding::Utf32Le}, // the longer mark first: it starts with the bytes of UTF-16's
        {"\0\0\xFE\xFF"sv, TextEncoding::Utf32Be}, {"\xFF\xFE"sv, TextEncoding::Utf16Le},
        {"\xFE\xFF"sv, TextEncoding::Utf16Be},     {"\xEF\xBB\xBF"sv, TextEncoding::Utf8},
    };
    for (const auto &[mark, encoding] : marks) {
        if (head.starts_with(mark)) {
            m_encoding = encoding;
            m_hasMark = true;
            return;
        }
    }
    m_encoding = zeroPattern(head).value_or(TextEncoding::Utf8);
}

void TextSource::startDecoder()
{
    if (m_encoding == TextEncoding::Utf16Le)
        m_decoder.emplace(QStringConverter::Utf16LE);
    else if (m_encoding == TextEncoding::Utf16Be)
        m_decoder.emplace(QStringConverter::Utf16BE);
    else if (m_encoding == TextEncoding::Utf32Le)
        m_decoder.emplace(QStringConverter::Utf32LE);
    else if (m_encoding == TextEncoding::Utf32Be)
        m_decoder.emplace(QStringConverter::Utf32BE);
}

bool TextSource::read(std::string &out)
{
    m_raw.resize(static_cast<std::size_t>(blockSize));
    const qint64 got = m_device.read(m_raw.data(), blockSize);
    if (got < 0)
        m_error = m_device.errorString();
    if (got <= 0)
        return false;
    m_bytes += got;
    std::string_view block(m_raw.data(), static_cast<std::size_t>(got));
    if (!m_started) {
        m_started = true;
        if (m_encoding == TextEncoding::Detect)
            detect(block);
        startDecoder();
        if (m_encoding == TextEncoding::Utf8 && block.starts_with("\xEF\xBB\xBF"))
            block.remove_prefix(3);
    }
    if (m_encoding == TextEncoding::Windows1252) {
        appendWindows1252(out, block);
        return true;
    }
    if (!m_decoder) {
        out.append(block);
        return true;
    }
    const QString text = m_decoder->decode(QByteArrayView(block.data(), static_cast<qsizetype>(block.size())));
    const QByteArray utf8 = text.toUtf8();
    out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    return true;
}

} // namespace tessera::adapters
