// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/json_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include <QCoreApplication>

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::JsonText)
};

void writeString(std::string &out, const std::string &text)
{
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    if (std::ranges::all_of(text, plain)) {
        out += '"';
        out += text;
        out += '"';
        return;
    }
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void newLine(std::string &out, int indent, int depth)
{
    if (indent < 0)
        return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent * depth), ' ');
}

void write(std::string &out, const Json &value, int indent, int depth)
{
    if (isRawNumber(value)) {
        out += rawNumberText(value);
    } else if (value.is_object()) {
        out += '{';
        bool first = true;
        for (const auto &[key, member] : value.get_ref<const Json::object_t &>()) {
            if (!first)
                out += ',';
            first = false;
            newLine(out, indent, depth + 1);
            writeString(out, key);
            out += indent < 0 ? ":" : ": ";
            write(out, member, indent, depth + 1);
        }
        if (!first)
            newLine(out, indent, depth);
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        bool first = true;
        for (const Json &item : value) {
            if (!first)
                out += ',';
            first = false;
            newLine(out, indent, depth + 1);
            write(out, item, indent, depth + 1);
        }
        if (!first)
            newLine(out, indent, depth);
        out += ']';
    } else if (value.is_string()) {
        writeString(out, value.get_ref<const std::string &>());
    } else {
        out += value.dump();
    }
}

// The length of a well-formed UTF-8 sequence at the start of `text`, 0 for anything else.
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool outside = (lead == 0xed && byte(1) > 0x9f) || (lead == 0xf4 && byte(1) > 0x8f);
    return overlong || outside ? 0 : length;
}

void appendUtf8(std::string &out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    }
}

// Recursive descent, so that no number passes through a double: the library's own parser refuses 1e400 and turns -0
// into 0, and both may stand in a workbook. Number tokens are taken as writeJson may have written them, raw ones of
// YAML (0o7, .inf) included.
class Parser
{
public:
    Parser(std::string_view text, int maxDepth) : m_text(text), m_maxDepth(maxDepth) {}

    bool parse(Json &out)
    {
        if (!value(out, 0))
            return false;
        skipBlanks();
        return m_at == m_text.size() || refuse("unexpected text after the value");
    }
    bool tooDeep() const { return m_tooDeep; }
    QString detail() const { return QStringLiteral("%1 at byte %2").arg(QLatin1String(m_problem)).arg(m_at); }

private:
    bool refuse(const char *problem)
    {
        m_problem = problem;
        return false;
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }

    bool value(Json &out, int depth)
    {
        skipBlanks();
        switch (peek()) {
        case '{':
        case '[':
            if (depth >= m_maxDepth) {
                m_tooDeep = true;
                return refuse("nested too deeply");
            }
            ++m_at;
            return m_text[m_at - 1] == '{' ? object(out, depth) : array(out, depth);
        case '"':
            out = std::string();
            return string(out.get_ref<std::string &>());
        default:
            return word(out);
        }
    }

    bool word(Json &out)
    {
        static constexpr std::string_view marks = "+-._";
        const std::size_t first = m_at;
        while (!atEnd() &&
               (std::isalnum(static_cast<unsigned char>(peek())) || marks.find(peek()) != std::string_view::npos))
            ++m_at;
        const std::string_view token = m_text.substr(first, m_at - first);
        if (token == "null")
            out = nullptr;
        else if (token == "true" || token == "false")
            out = token == "true";
        else if (!token.empty() && std::string_view("+-.0123456789").find(token.front()) != std::string_view::npos)
            out = numberFromText(token);
        else
            return refuse("a value is missing");
        return true;
    }

    bool array(Json &out, int depth)
    {
        out = Json::array();
        if (take(']'))
            return true;
        auto &items = out.get_ref<Json::array_t &>();
        do {
            items.emplace_back();
            if (!value(items.back(), depth + 1))
                return false;
        } while (take(','));
        return take(']') || refuse("',' or ']' is missing");
    }

    bool object(Json &out, int depth)
    {
        out = Json::object();
        if (take('}'))
            return true;
        auto &members = out.get_ref<Json::object_t &>();
        std::unordered_map<std::string, std::size_t>
            places; // of large objects: the map's own look-up walks over all keys
        std::string key;
        do {
            key.clear();
            skipBlanks();
            if (peek() != '"' || !string(key))
                return refuse("a key is missing");
            if (!take(':'))
                return refuse("':' is missing");
            if (!value(slot(members, places, key), depth + 1))
                return false;
        } while (take(','));
        return take('}') || refuse("',' or '}' is missing");
    }

    // A key given twice: the last one counts.
    static Json &slot(Json::object_t &members, std::unordered_map<std::string, std::size_t> &places,
                      const std::string &key)
    {
        constexpr std::size_t small = 16;
        if (members.size() < small)
            return members[key];
        if (places.empty()) {
            for (std::size_t i = 0; i < members.size(); ++i)
                places.emplace((members.begin() + static_cast<std::ptrdiff_t>(i))->first, i);
        }
        const auto [place, isNew] = places.emplace(key, members.size());
        if (isNew)
            static_cast<Json::object_t::Container &>(members).emplace_back(key, Json());
        return (members.begin() + static_cast<std::ptrdiff_t>(place->second))->second;
    }

    bool string(std::string &out)
    {
        ++m_at;
        for (;;) {
            const std::size_t first = m_at;
            while (!atEnd() && peek() >= 0x20 && peek() < 0x7f && peek() != '"' && peek() != '\\')
                ++m_at;
            out.append(m_text.substr(first, m_at - first));
            if (atEnd())
                return refuse("a text is not closed");
            if (peek() == '"') {
                ++m_at;
                return true;
            }
            if (peek() == '\\') {
                if (!escape(out))
                    return refuse("bad escape");
                continue;
            }
            const std::size_t length = static_cast<unsigned char>(peek()) < 0x20 ? 0 : utf8Length(m_text.substr(m_at));
            if (length == 0)
                return refuse("bad character in a text");
            out.append(m_text.substr(m_at, length));
            m_at += length;
        }
    }

    bool escape(std::string &out)
    {
        static constexpr std::string_view letters = "\"\\/bfnrt";
        static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const char letter = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        m_at += 2;
        if (const auto found = letters.find(letter); letter && found != std::string_view::npos) {
            out += meanings[found];
            return true;
        }
        unsigned code = 0;
        if (letter != 'u' || !hex4(code))
            return false;
        if (code >= 0xd800 && code < 0xdc00) {
            unsigned low = 0;
            if (m_text.substr(m_at, 2) != "\\u")
                return false;
            m_at += 2;
            if (!hex4(low) || low < 0xdc00 || low > 0xdfff)
                return false;
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        } else if (code >= 0xdc00 && code < 0xe000) {
            return false;
        }
        appendUtf8(out, code);
        return true;
    }

    bool hex4(unsigned &code)
    {
        const std::string_view digits = m_text.substr(std::min(m_at, m_text.size()), 4);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4)
            return false;
        m_at += 4;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_maxDepth;
    const char *m_problem = "";
    bool m_tooDeep = false;
};

} // namespace

std::string writeJson(const Json &value, int indent)
{
    std::string out;
    write(out, value, indent, 0);
    return out;
}

Result<Json> readJson(std::string_view text, int maxDepth)
{
    Parser parser(text, maxDepth);
    Json value;
    if (parser.parse(value))
        return value;
    if (parser.tooDeep())
        return fail(ErrorCode::Limit, Texts::tr("The JSON text is nested deeper than %1 levels.").arg(maxDepth));
    Error error{ErrorCode::Invalid, Texts::tr("This is not valid JSON.")};
    error.detail = parser.detail();
    return fail(std::move(error));
}

Json numberFromText(std::string_view token)
{
    const char *first = token.data();
    const char *last = first + token.size();
    std::int64_t whole = 0;
    if (const auto r = std::from_chars(first, last, whole); r.ec == std::errc() && r.ptr == last && token != "-0")
        return whole;
    std::uint64_t large = 0;
    if (const auto r = std::from_chars(first, last, large); r.ec == std::errc() && r.ptr == last)
        return large;
    double real = 0;
    if (const auto r = std::from_chars(first, last, real);
        r.ec == std::errc() && r.ptr == last && std::isfinite(real)) {
        const Json candidate = real;
        if (candidate.dump() == token)
            return candidate;
    }
    return rawNumber(token);
}

} // namespace tessera::model
