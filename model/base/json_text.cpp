// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/json_text.h"

#include <charconv>
#include <cmath>

#include <QCoreApplication>

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::JsonText)
};

void writeString(std::string &out, const std::string &text)
{
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

// Builds the tree from parser events; only the number events differ from the library's own builder.
class TreeBuilder : public nlohmann::json_sax<Json>
{
public:
    explicit TreeBuilder(int maxDepth) : m_maxDepth(maxDepth) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t, const string_t &text) override { return add(numberFromText(text)); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t &value) override
    {
        m_keys.back() = std::move(value);
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error) override
    {
        m_offset = position;
        m_detail = error.what();
        return false;
    }

    Json take() { return std::move(m_root); }
    bool tooDeep() const { return m_tooDeep; }
    QString detail() const { return QString::fromStdString(m_detail); }

private:
    Json *place(Json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Json *parent = m_open.back();
        if (parent->is_array()) {
            parent->push_back(std::move(value));
            return &parent->back();
        }
        auto &members = parent->get_ref<Json::object_t &>();
        Json &slot = members[m_keys.back()]; // a key given twice: the last one counts
        slot = std::move(value);
        return &slot;
    }
    bool add(Json value)
    {
        place(std::move(value));
        return true;
    }
    bool open(Json value)
    {
        if (static_cast<int>(m_open.size()) >= m_maxDepth) {
            m_tooDeep = true;
            return false;
        }
        m_open.push_back(place(std::move(value)));
        m_keys.emplace_back();
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        m_keys.pop_back();
        return true;
    }

    int m_maxDepth;
    Json m_root;
    std::vector<Json *> m_open; // stable: a parent is only appended to once its open child is closed
    std::vector<std::string> m_keys;
    std::size_t m_offset = 0;
    std::string m_detail;
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
    TreeBuilder builder(maxDepth);
    if (Json::sax_parse(text.begin(), text.end(), &builder))
        return builder.take();
    if (builder.tooDeep())
        return fail(ErrorCode::Limit, Texts::tr("The JSON text is nested deeper than %1 levels.").arg(maxDepth));
    Error error{ErrorCode::Invalid, Texts::tr("This is not valid JSON.")};
    error.detail = builder.detail();
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
    if (const auto r = std::from_chars(first, last, real); r.ec == std::errc() && r.ptr == last && std::isfinite(real)) {
        const Json candidate = real;
        if (candidate.dump() == token)
            return candidate;
    }
    return rawNumber(token);
}

} // namespace tessera::model
