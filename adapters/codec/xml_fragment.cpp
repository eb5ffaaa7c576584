// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/xml_fragment.h"

#include <charconv>

#include <QCoreApplication>

#include "model/base/text.h"

namespace tessera::adapters {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::XmlFragment)
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNameStart(char c)
{
    return isNameChar(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.';
}

constexpr std::size_t maxAttributes = 64;

QString quote(std::string_view text)
{
    return model::toQString(text.substr(0, 60));
}

void appendCode(std::string &out, std::uint32_t code)
{
    const char32_t wide = code;
    const QByteArray bytes = QString::fromUcs4(&wide, 1).toUtf8();
    out.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

// What stands between the ampersand at `at` and the next semicolon; empty when that is too far away.
std::string_view referenceAt(std::string_view raw, std::size_t at)
{
    const std::size_t semicolon = raw.substr(0, at + 12).find(';', at);
    return semicolon == std::string_view::npos ? std::string_view() : raw.substr(at + 1, semicolon - at - 1);
}

bool resolveReference(std::string_view name, std::string &out)
{
    static constexpr std::pair<std::string_view, char> known[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto &[entity, meaning] : known) {
        if (name == entity) {
            out += meaning;
            return true;
        }
    }
    if (name.size() < 2 || name[0] != '#')
        return false;
    const bool hex = name[1] == 'x';
    const std::string_view number = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto result = std::from_chars(number.data(), number.data() + number.size(), code, hex ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    if (result.ec != std::errc() || result.ptr != number.data() + number.size() || code == 0 || code > 0x10FFFF ||
        surrogate)
        return false;
    appendCode(out, code);
    return true;
}

class XmlReader
{
public:
    XmlReader(std::string_view text, const XmlLimits &limits) : m_text(text), m_limits(limits) { m_out.text = text; }
    XmlFragment read();

private:
    bool step();
    bool readMarkup();
    bool skipPast(std::string_view end, const QString &what);
    bool readStartTag();
    bool readEndTag();
    bool readAttribute(XmlElement &element);
    bool checkValue(std::string_view raw, std::size_t offset);
    bool stop(std::size_t offset, QString message);
    std::size_t countAll() const;
    void closeOpen();

    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool startsWith(std::string_view prefix) const { return m_text.substr(m_at, prefix.size()) == prefix; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }
    std::string_view readName();

    std::string_view m_text;
    XmlLimits m_limits;
    std::size_t m_at = 0;
    XmlFragment m_out;
    std::vector<int> m_open;
};

bool XmlReader::stop(std::size_t offset, QString message)
{
    m_out.problem = XmlProblem{offset, std::move(message)};
    return false;
}

std::string_view XmlReader::readName()
{
    const std::size_t from = m_at;
    if (m_at < m_text.size() && isNameStart(m_text[m_at])) {
        while (m_at < m_text.size() && isNameChar(m_text[m_at]))
            ++m_at;
    }
    return m_text.substr(from, m_at - from);
}

bool XmlReader::skipPast(std::string_view end, const QString &what)
{
    const std::size_t from = m_at;
    const std::size_t found = m_text.find(end, m_at);
    if (found == std::string_view::npos)
        return stop(from, what);
    m_at = found + end.size();
    return true;
}

bool XmlReader::checkValue(std::string_view raw, std::size_t offset)
{
    for (std::size_t i = raw.find_first_of("<&"); i < raw.size(); i = raw.find_first_of("<&", i + 1)) {
        if (raw[i] == '<')
            return stop(offset + i, Texts::tr("“<” must be written as “&lt;” here."));
        const std::string_view name = referenceAt(raw, i);
        if (name.empty())
            return stop(offset + i, Texts::tr("“&” must be written as “&amp;” here."));
        std::string out;
        if (!resolveReference(name, out))
            return stop(offset + i, Texts::tr("The entity “&%1;” is not accepted.").arg(quote(name)));
    }
    return true;
}

bool XmlReader::readAttribute(XmlElement &element)
{
    XmlAttribute attribute;
    attribute.begin = static_cast<std::uint32_t>(m_at);
    skipBlanks();
    const std::size_t nameAt = m_at;
    const std::string_view name = readName();
    attribute.nameBegin = static_cast<std::uint32_t>(nameAt);
    attribute.nameEnd = static_cast<std::uint32_t>(m_at);
    if (name.empty())
        return stop(m_at, Texts::tr("The tag “%1” is not closed.").arg(quote(m_out.tag(element))));
    skipBlanks();
    if (peek() != '=')
        return stop(m_at, Texts::tr("The attribute “%1” has no value.").arg(quote(name)));
    ++m_at;
    skipBlanks();
    const char delimiter = peek();
    if (delimiter != '"' && delimiter != '\'')
        return stop(m_at, Texts::tr("The value of “%1” must stand in quotes.").arg(quote(name)));
    const std::size_t end = m_text.find(delimiter, ++m_at);
    if (end == std::string_view::npos)
        return stop(m_at, Texts::tr("The value of “%1” is not closed.").arg(quote(name)));
    attribute.valueBegin = static_cast<std::uint32_t>(m_at);
    attribute.valueEnd = static_cast<std::uint32_t>(end);
    if (!checkValue(m_text.substr(m_at, end - m_at), m_at))
        return false;
    if (element.attributeCount >= maxAttributes)
        return stop(nameAt, Texts::tr("A tag has more than %1 attributes.").arg(maxAttributes));
    if (m_out.attribute(element, name))
        return stop(nameAt, Texts::tr("The attribute “%1” is given twice.").arg(quote(name)));
    m_at = end + 1;
    ++element.attributeCount;
    m_out.attributes.push_back(attribute);
    return true;
}

// Entries read and those to come, which are counted by their beginnings only.
std::size_t XmlReader::countAll() const
{
    std::size_t count = m_out.elements.size();
    for (std::size_t at = m_at; at < m_text.size(); at = m_text.find('<', at)) {
        if (m_text.substr(at, 4) == "<!--")
            at = m_text.find("-->", at);
        else if (++at < m_text.size() && isNameStart(m_text[at]))
            ++count;
    }
    return count;
}

bool XmlReader::readStartTag()
{
    if (m_out.elements.size() >= m_limits.elements) {
        m_out.tooLarge = true;
        return stop(m_at, Texts::tr("The layout has %L1 entries; with more than %L2 entries it is not read.")
                              .arg(countAll())
                              .arg(m_limits.elements));
    }
    if (static_cast<int>(m_open.size()) >= m_limits.depth)
        return stop(m_at, Texts::tr("The layout is nested deeper than %1 levels.").arg(m_limits.depth));
    XmlElement element;
    element.begin = static_cast<std::uint32_t>(m_at++);
    const std::string_view name = readName();
    element.nameEnd = static_cast<std::uint32_t>(m_at);
    element.firstAttribute = static_cast<std::uint32_t>(m_out.attributes.size());
    if (name.empty())
        return stop(element.begin, Texts::tr("“<” does not begin a tag here."));
    for (;;) {
        const std::size_t blanks = m_at;
        skipBlanks();
        if (peek() == '>' || startsWith("/>"))
            break;
        if (blanks == m_at || m_at >= m_text.size())
            return stop(m_at, Texts::tr("The tag “%1” is not closed.").arg(quote(name)));
        m_at = blanks;
        if (!readAttribute(element))
            return false;
    }
    element.selfClosing = peek() == '/';
    m_at += element.selfClosing ? 2 : 1;
    element.tagEnd = element.closing = element.end = static_cast<std::uint32_t>(m_at);
    element.parent = m_open.empty() ? -1 : m_open.back();
    const int self = static_cast<int>(m_out.elements.size());
    (m_open.empty() ? m_out.roots : m_out.elements[static_cast<std::size_t>(m_open.back())].children).push_back(self);
    if (!element.selfClosing)
        m_open.push_back(self);
    m_out.elements.push_back(std::move(element));
    return true;
}

bool XmlReader::readEndTag()
{
    const std::size_t from = m_at;
    m_at += 2;
    const std::string_view name = readName();
    skipBlanks();
    if (m_open.empty())
        return stop(from, Texts::tr("“</%1>” closes nothing.").arg(quote(name)));
    XmlElement &open = m_out.elements[static_cast<std::size_t>(m_open.back())];
    if (m_out.tag(open) != name)
        return stop(from, Texts::tr("“</%1>” stands where “</%2>” should.").arg(quote(name), quote(m_out.tag(open))));
    if (peek() != '>')
        return stop(m_at, Texts::tr("The tag “/%1” is not closed.").arg(quote(name)));
    ++m_at;
    open.closing = static_cast<std::uint32_t>(from);
    open.end = static_cast<std::uint32_t>(m_at);
    m_open.pop_back();
    return true;
}

bool XmlReader::readMarkup()
{
    if (startsWith("<!--")) {
        m_at += 4;
        return skipPast("-->", Texts::tr("A comment is not closed."));
    }
    if (startsWith("<?")) {
        return skipPast("?>", Texts::tr("The prolog is not closed."));
    }
    if (startsWith("<!DOCTYPE"))
        return stop(m_at, Texts::tr("Document types are not accepted."));
    if (startsWith("<!"))
        return stop(m_at, Texts::tr("This kind of markup is not accepted."));
    return startsWith("</") ? readEndTag() : readStartTag();
}

bool XmlReader::step()
{
    skipBlanks();
    if (m_at >= m_text.size())
        return false;
    if (peek() != '<')
        return stop(m_at, Texts::tr("Text stands between the tags."));
    return readMarkup();
}

void XmlReader::closeOpen()
{
    const auto end = static_cast<std::uint32_t>(m_out.problem ? m_out.problem->offset : m_text.size());
    if (!m_open.empty() && !m_out.problem)
        stop(m_text.size(), Texts::tr("“<%1>” is not closed.")
                                .arg(quote(m_out.tag(m_out.elements[static_cast<std::size_t>(m_open.back())]))));
    for (const int open : m_open)
        m_out.elements[static_cast<std::size_t>(open)].closing = m_out.elements[static_cast<std::size_t>(open)].end =
            end;
}

XmlFragment XmlReader::read()
{
    while (step()) {
    }
    closeOpen();
    m_out.elements.shrink_to_fit();
    m_out.attributes.shrink_to_fit();
    return std::move(m_out);
}

} // namespace

const XmlAttribute *XmlFragment::attribute(const XmlElement &element, std::string_view wanted) const
{
    for (const XmlAttribute &candidate : attributesOf(element)) {
        if (name(candidate) == wanted)
            return &candidate;
    }
    return nullptr;
}

std::string XmlFragment::value(const XmlAttribute &attribute) const
{
    const std::string_view raw = slice(attribute.valueBegin, attribute.valueEnd);
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', from)) {
        out += raw.substr(from, at - from);
        const std::string_view reference = referenceAt(raw, at);
        resolveReference(reference, out); // sound: checked on reading
        from = at + reference.size() + 2;
    }
    return out += raw.substr(from);
}

XmlFragment readXmlFragment(std::string_view text, const XmlLimits &limits)
{
    return XmlReader(text, limits).read();
}

std::string escapeAttribute(std::string_view value)
{
    std::string out;
    for (const char c : value) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "&#10;";
            break;
        case '\r':
            out += "&#13;";
            break;
        case '\t':
            out += "&#9;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace tessera::adapters
