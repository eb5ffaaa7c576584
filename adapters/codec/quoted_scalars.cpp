// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/quoted_scalars.h"

#include <charconv>

#include <QByteArray>
#include <QStringView>

namespace tessera::adapters {

namespace {

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

class QuotedReader
{
public:
    QuotedReader(std::string_view raw, char quote) : m_raw(raw), m_quote(quote) {}
    std::string read();

private:
    void fold();
    void skipBreak();
    std::size_t skipEmptyLines();
    void readEscape();
    char32_t readCode(std::size_t digits);
    void append(char32_t code);

    std::string_view m_raw;
    char m_quote;
    std::size_t m_at = 0;
    std::string m_out;
    std::size_t m_kept = 0; // what blanks at the end of a line must not be taken from
};

void QuotedReader::skipBreak()
{
    m_at += m_raw.substr(m_at, 2) == "\r\n" ? 2 : 1;
}

std::size_t QuotedReader::skipEmptyLines()
{
    for (std::size_t count = 0;; ++count) {
        while (m_at < m_raw.size() && isBlank(m_raw[m_at]))
            ++m_at;
        if (m_at >= m_raw.size() || !isBreak(m_raw[m_at]))
            return count;
        skipBreak();
    }
}

void QuotedReader::fold()
{
    while (m_out.size() > m_kept && isBlank(m_out.back()))
        m_out.pop_back();
    skipBreak();
    const std::size_t empty = skipEmptyLines();
    m_out += empty ? std::string(empty, '\n') : std::string(" ");
    m_kept = m_out.size();
}

void QuotedReader::append(char32_t code)
{
    const QByteArray bytes = QStringView(QChar::fromUcs4(code)).toUtf8(); // QString::fromUcs4 takes U+FEFF away
    m_out.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

char32_t QuotedReader::readCode(std::size_t digits)
{
    std::uint32_t code = 0;
    const std::string_view hex = m_raw.substr(std::min(m_at, m_raw.size()), digits);
    std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    m_at += hex.size();
    return code;
}

void QuotedReader::readEscape()
{
    const char kind = m_at < m_raw.size() ? m_raw[m_at] : '\\';
    if (isBreak(kind)) {
        skipBreak();
        m_out.append(skipEmptyLines(), '\n');
        return;
    }
    ++m_at;
    static constexpr std::string_view names = "0abtnvfre";
    static constexpr std::string_view meanings("\0\a\b\t\n\v\f\r\x1B", 9);
    if (const auto at = names.find(kind); at != std::string_view::npos) {
        m_out += meanings[at];
    } else if (kind == 'N' || kind == '_') {
        append(kind == 'N' ? 0x85 : 0xA0);
    } else if (kind == 'L' || kind == 'P') {
        append(kind == 'L' ? 0x2028 : 0x2029);
    } else if (kind == 'x' || kind == 'u' || kind == 'U') {
        char32_t code = readCode(kind == 'x' ? 2 : kind == 'u' ? 4 : 8);
        if (code >= 0xD800 && code < 0xDC00 && m_raw.substr(m_at, 2) == "\\u") {
            m_at += 2;
            code = 0x10000 + ((code - 0xD800) << 10) + (readCode(4) - 0xDC00);
        }
        append(code);
    } else {
        m_out += kind; // a blank, a tab, quotes, a slash or a backslash
    }
}

std::string QuotedReader::read()
{
    while (m_at < m_raw.size()) {
        const char c = m_raw[m_at];
        if (isBreak(c)) {
            fold();
            continue;
        }
        ++m_at;
        if (c == '\\' && m_quote == '"') {
            readEscape();
        } else {
            m_out += c;
            m_at += c == '\'' && m_quote == '\''; // written twice
        }
        if (!isBlank(c))
            m_kept = m_out.size();
    }
    return std::move(m_out);
}

} // namespace

std::string readQuoted(std::string_view raw, char quote)
{
    return QuotedReader(raw, quote).read();
}

} // namespace tessera::adapters
