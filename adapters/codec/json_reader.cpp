// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "adapters/codec/tree_builder.h"
#include "adapters/codec/yaml_reader.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::JsonReader)
};

void appendUtf8(std::string &out, std::uint32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// A reader of RFC 8259 that keeps positions; it walks with the tree builder's stack instead of recursion.
class JsonReader
{
public:
    JsonReader(std::string text, const ParseLimits &limits) : m_tree(std::move(text), limits, true) {}
    model::Result<std::shared_ptr<const SourceDocument>> read();

private:
    bool step();
    bool readValue();
    bool readMember();
    bool afterValue();
    bool readKey();
    bool readString(std::string &out);
    bool readEscape(std::string &out);
    bool readHex(std::uint32_t &code);
    bool readNumber(const SourceNode &start);
    bool readWord(const SourceNode &start);
    bool openCollection(NodeStyle style, SourceNode place);
    bool closeCollection();
    bool expected(const QString &what);

    char peek() const { return m_at < m_tree.text().size() ? m_tree.text()[m_at] : '\0'; }
    bool atEnd() const { return m_at >= m_tree.text().size(); }
    void skipBlanks();
    std::size_t skipDigits();

    enum class State
    {
        Value,      // a value must follow
        FirstOrEnd, // a value (or key) or the closing bracket
        After,      // comma or closing bracket
    };

    TreeBuilder m_tree;
    std::size_t m_at = 0;
    std::size_t m_valueFrom = 0;
    std::size_t m_entry = 0;
    State m_state = State::Value;
};

void JsonReader::skipBlanks()
{
    const std::string &text = m_tree.text();
    while (m_at < text.size() && (text[m_at] == ' ' || text[m_at] == '\t' || text[m_at] == '\n' || text[m_at] == '\r'))
        ++m_at;
}

bool JsonReader::expected(const QString &what)
{
    if (atEnd())
        return m_tree.refuse(ErrorCode::Invalid, m_at, Texts::tr("The file ends where %1 should follow.").arg(what),
                             Texts::tr("Was it cut off?"));
    return m_tree.refuse(ErrorCode::Invalid, m_at, Texts::tr("This is not valid JSON: %1 should stand here.").arg(what),
                         Texts::tr("Check the commas, quotes and brackets before this place."));
}

bool JsonReader::readHex(std::uint32_t &code)
{
    code = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        const char c = peek();
        const int digit = c >= '0' && c <= '9'                     ? c - '0'
                          : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                   : -1;
        if (digit < 0)
            return expected(Texts::tr("a hexadecimal digit"));
        code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    return true;
}

bool JsonReader::readEscape(std::string &out)
{
    const char c = peek();
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const auto at = names.find(c); at != std::string_view::npos && !atEnd()) {
        out += meanings[at];
        ++m_at;
        return true;
    }
    if (c != 'u')
        return expected(Texts::tr("one of the escapes of JSON"));
    ++m_at;
    std::uint32_t code = 0;
    if (!readHex(code))
        return false;
    if (code >= 0xD800 && code < 0xDC00 && m_tree.text().compare(m_at, 2, "\\u") == 0) {
        std::uint32_t low = 0;
        m_at += 2;
        if (!readHex(low))
            return false;
        if (low >= 0xDC00 && low < 0xE000) {
            appendUtf8(out, 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
            return true;
        }
        code = 0xD800; // refused below
    }
    if (code >= 0xD800 && code < 0xE000)
        return m_tree.refuse(ErrorCode::Invalid, m_at, Texts::tr("Half of a surrogate pair stands here alone."),
                             Texts::tr("Write the character itself, or both halves."));
    appendUtf8(out, code);
    return true;
}

bool JsonReader::readString(std::string &out)
{
    const std::string &text = m_tree.text();
    for (++m_at; m_at < text.size();) {
        const char c = text[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return m_tree.refuse(ErrorCode::Invalid, m_at, Texts::tr("A text must not run over the end of its line."),
                                 Texts::tr("Close the quotes, or write the line break as \\n."));
        ++m_at;
        if (c == '\\') {
            if (!readEscape(out))
                return false;
        } else {
            out += c;
        }
    }
    return expected(Texts::tr("a closing quote"));
}

std::size_t JsonReader::skipDigits()
{
    const std::size_t from = m_at;
    while (peek() >= '0' && peek() <= '9')
        ++m_at;
    return m_at - from;
}

bool JsonReader::readNumber(const SourceNode &start)
{
    if (peek() == '-')
        ++m_at;
    const bool zero = peek() == '0';
    const std::size_t whole = skipDigits();
    if (whole == 0 || (zero && whole > 1))
        return expected(Texts::tr("a number without leading zeros"));
    if (peek() == '.') {
        ++m_at;
        if (skipDigits() == 0)
            return expected(Texts::tr("a digit"));
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (skipDigits() == 0)
            return expected(Texts::tr("a digit"));
    }
    SourceNode node = start;
    node.end = static_cast<std::uint32_t>(m_at);
    return m_tree.scalar(model::numberFromText(m_tree.document().slice(node.begin, node.end)), node);
}

bool JsonReader::readWord(const SourceNode &start)
{
    struct Word
    {
        std::string_view text;
        Json value;
    };
    const Word words[] = {{"true", true}, {"false", false}, {"null", nullptr}};
    for (const Word &word : words) {
        if (m_tree.text().compare(m_at, word.text.size(), word.text) != 0)
            continue;
        m_at += word.text.size();
        SourceNode node = start;
        node.end = static_cast<std::uint32_t>(m_at);
        return m_tree.scalar(word.value, node);
    }
    return expected(Texts::tr("a value"));
}

bool JsonReader::openCollection(NodeStyle style, SourceNode place)
{
    place.style = style;
    ++m_at;
    m_state = State::FirstOrEnd;
    return m_tree.open(place);
}

bool JsonReader::closeCollection()
{
    ++m_at;
    m_state = State::After;
    return m_tree.close(m_at);
}

bool JsonReader::readValue()
{
    SourceNode place;
    place.begin = place.props = static_cast<std::uint32_t>(m_at);
    place.entry = static_cast<std::uint32_t>(m_tree.inMap() ? m_entry : m_at);
    place.valueFrom = static_cast<std::uint32_t>(m_tree.inMap() ? m_valueFrom : m_at);
    const char c = peek();
    if (c == '{')
        return openCollection(NodeStyle::FlowMap, place);
    if (c == '[')
        return openCollection(NodeStyle::FlowSeq, place);
    m_state = State::After;
    if (c == '"') {
        std::string value;
        place.style = NodeStyle::DoubleQuoted;
        if (!readString(value))
            return false;
        place.end = static_cast<std::uint32_t>(m_at);
        return m_tree.scalar(std::move(value), place);
    }
    return c == '-' || (c >= '0' && c <= '9') ? readNumber(place) : readWord(place);
}

bool JsonReader::readKey()
{
    if (peek() != '"')
        return expected(Texts::tr("a key in double quotes"));
    m_entry = m_at;
    std::string key;
    if (!readString(key))
        return false;
    const std::size_t end = m_at;
    skipBlanks();
    if (peek() != ':')
        return expected(Texts::tr("a colon"));
    m_valueFrom = ++m_at;
    return m_tree.key(std::move(key), m_entry, end);
}

bool JsonReader::readMember()
{
    if (m_tree.inMap() && !readKey())
        return false;
    skipBlanks();
    return readValue();
}

bool JsonReader::afterValue()
{
    const char closing = m_tree.inMap() ? '}' : ']';
    if (peek() == closing)
        return closeCollection();
    if (peek() != ',')
        return expected(m_tree.inMap() ? Texts::tr("a comma or a closing brace")
                                       : Texts::tr("a comma or a closing bracket"));
    ++m_at;
    m_state = State::Value;
    return true;
}

bool JsonReader::step()
{
    if (m_state == State::After)
        return afterValue();
    if (m_state == State::FirstOrEnd && peek() == (m_tree.inMap() ? '}' : ']'))
        return closeCollection();
    return readMember();
}

model::Result<std::shared_ptr<const SourceDocument>> JsonReader::read()
{
    if (m_tree.text().rfind("\xEF\xBB\xBF", 0) == 0)
        m_at = 3;
    while (!m_tree.isDone()) {
        skipBlanks();
        if (!step())
            return model::fail(*m_tree.error());
    }
    skipBlanks();
    if (!atEnd()) {
        expected(Texts::tr("the end of the file"));
        return model::fail(*m_tree.error());
    }
    return m_tree.finish();
}

} // namespace

model::Result<std::shared_ptr<const SourceDocument>> readJsonSource(std::string text, const ParseLimits &limits)
{
    return JsonReader(std::move(text), limits).read();
}

} // namespace tessera::adapters
