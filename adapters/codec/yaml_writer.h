// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/base/json.h"

namespace tessera::adapters {

// How new YAML text is laid out; the defaults are the canonical form.
struct YamlStyle
{
    int step = 2;              // blanks a map is indented by under its key
    int seqOffset = 2;         // blanks a list is indented by under its key
    bool preferDouble = false; // quotes used where some are needed
    std::string_view newline = "\n";
};

// Writes values in block style; columns count blanks at the start of a line.
class YamlWriter
{
public:
    YamlWriter(std::string &out, const YamlStyle &style) : m_out(out), m_style(style) {}

    // The lines of a map or list whose keys or dashes stand in `column`. `inlineFirst`: the first line's indentation is
    // already there (after "- ").
    void writeBlock(const model::Json &value, int column, bool inlineFirst = false);
    // What follows "key:" in a map at `column`, blank and line end included.
    void writeAfterKey(const model::Json &value, int column, std::string_view comment = {});
    // What follows "-" of a list at `column`.
    void writeAfterDash(const model::Json &value, int column, std::string_view comment = {});
    void writeEntry(std::string_view key, const model::Json &value, int column);
    void indent(int column) { m_out.append(static_cast<std::size_t>(column), ' '); }
    void endLine() { m_out += m_style.newline; }

    // A literal block: header, comment and lines indented to `column`; `relative` is that column's distance from the
    // parent's, for texts whose first line begins with a blank.
    void writeLiteral(std::string_view text, int column, int relative, std::string_view comment = {});

private:
    std::string &m_out;
    const YamlStyle &m_style;
};

// A scalar or empty collection on one line.
std::string yamlScalar(const model::Json &value, const YamlStyle &style, bool flow = false);
std::string yamlKey(std::string_view key, const YamlStyle &style, bool flow = false);
// Any value on one line, in braces and brackets.
std::string yamlFlow(const model::Json &value, const YamlStyle &style);

// A non-empty map or list.
bool isBranch(const model::Json &value);

std::string writeYaml(const model::Json &value, const YamlStyle &style = {});

} // namespace tessera::adapters
