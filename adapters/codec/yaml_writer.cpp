// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/yaml_writer.h"

#include "adapters/codec/source_document.h"
#include "adapters/codec/yaml_scalars.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Json;

namespace {

// More cannot be a key that is found on one line (YAML 1.2 §8.2.2 allows 1024 characters).
constexpr std::size_t longestKey = 1000;

std::string quoted(std::string_view text, const YamlStyle &style)
{
    const bool clumsy =
        text.find('\'') != std::string_view::npos && text.find_first_of("\"\\") == std::string_view::npos;
    if (!canSingleQuote(text) || clumsy)
        return doubleQuoted(text);
    if (style.preferDouble && text.find_first_of("\"\\") == std::string_view::npos)
        return doubleQuoted(text);
    return singleQuoted(text);
}

std::string yamlText(std::string_view text, const YamlStyle &style, bool flow)
{
    return isPlainSafe(text, flow) ? std::string(text) : quoted(text, style);
}

bool isLiteral(const Json &value)
{
    return value.is_string() && fitsLiteral(value.get_ref<const std::string &>());
}

} // namespace

bool isBranch(const Json &value)
{
    return value.is_structured() && !value.empty();
}

std::string yamlScalar(const Json &value, const YamlStyle &style, bool flow)
{
    if (value.is_string())
        return yamlText(value.get_ref<const std::string &>(), style, flow);
    return value.is_object() ? "{}" : value.is_array() ? "[]" : model::writeJson(value);
}

std::string yamlKey(std::string_view key, const YamlStyle &style, bool flow)
{
    if (key.size() > longestKey)
        return "? " + doubleQuoted(key) + "\n"; // never met in practice; kept valid all the same
    return yamlText(key, style, flow);
}

std::string yamlFlow(const Json &value, const YamlStyle &style)
{
    if (!isBranch(value))
        return yamlScalar(value, style, true);
    std::string out(1, value.is_object() ? '{' : '[');
    bool first = true;
    const auto comma = [&] {
        if (!first)
            out += ", ";
        first = false;
    };
    if (value.is_object()) {
        for (const auto &[key, member] : membersOf(value)) {
            comma();
            out += yamlKey(key, style, true) + ": " + yamlFlow(member, style);
        }
    } else {
        for (const Json &item : value) {
            comma();
            out += yamlFlow(item, style);
        }
    }
    return out + (value.is_object() ? '}' : ']');
}

void YamlWriter::writeLiteral(std::string_view text, int column, int relative, std::string_view comment)
{
    const std::size_t content = text.find_last_not_of('\n') + 1;
    const std::size_t breaks = text.size() - content;
    m_out += '|';
    if (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')
        m_out += std::to_string(relative);
    if (breaks != 1)
        m_out += breaks == 0 ? '-' : '+';
    m_out += comment;
    endLine();
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) {
            indent(column);
            m_out += text.substr(at, end - at);
        }
        endLine();
        at = end + 1;
    }
}

void YamlWriter::writeAfterKey(const Json &value, int column, std::string_view comment)
{
    if (isBranch(value)) {
        m_out += comment;
        endLine();
        writeBlock(value, column + (value.is_array() ? m_style.seqOffset : m_style.step));
    } else if (isLiteral(value)) {
        m_out += ' ';
        writeLiteral(value.get_ref<const std::string &>(), column + m_style.step, m_style.step, comment);
    } else {
        m_out += ' ' + yamlScalar(value, m_style);
        m_out += comment;
        endLine();
    }
}

void YamlWriter::writeAfterDash(const Json &value, int column, std::string_view comment)
{
    m_out += ' ';
    if (isBranch(value)) {
        if (!comment.empty()) {
            m_out.pop_back();
            m_out += comment;
            endLine();
            writeBlock(value, column + 2);
        } else {
            writeBlock(value, column + 2, true);
        }
    } else if (isLiteral(value)) {
        writeLiteral(value.get_ref<const std::string &>(), column + 2, 2, comment);
    } else {
        m_out += yamlScalar(value, m_style);
        m_out += comment;
        endLine();
    }
}

void YamlWriter::writeEntry(std::string_view key, const Json &value, int column)
{
    m_out += yamlKey(key, m_style) + ':';
    writeAfterKey(value, column);
}

void YamlWriter::writeBlock(const Json &value, int column, bool inlineFirst)
{
    bool first = inlineFirst;
    if (value.is_object()) {
        for (const auto &[key, member] : membersOf(value)) {
            if (!first)
                indent(column);
            first = false;
            writeEntry(key, member, column);
        }
    } else {
        for (const Json &item : value) {
            if (!first)
                indent(column);
            first = false;
            m_out += '-';
            writeAfterDash(item, column);
        }
    }
}

std::string writeYaml(const Json &value, const YamlStyle &style)
{
    std::string out;
    YamlWriter writer(out, style);
    if (isBranch(value))
        writer.writeBlock(value, 0);
    else
        out = yamlScalar(value, style) + std::string(style.newline);
    return out;
}

} // namespace tessera::adapters
