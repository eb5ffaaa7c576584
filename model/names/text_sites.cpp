// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/text_sites.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/base/pointer.h"
#include "model/names/json_read.h"

namespace tessera::model {

namespace {

constexpr int maxDepth = 100; // deeper bodies are broken in other ways

// Keys whose text may hold {{…}}. Elsewhere braces are taken for a template too, but without certainty.
constexpr std::array<std::string_view, 12> dynamicKeys = {
    "body", "url", "link", "text", "title", "message", "label", "alt", "prompt", "placeholder", "name", "noDataText"};
// Keys whose text is never dynamic, whatever it holds.
constexpr std::array<std::string_view, 5> plainKeys = {"id", "kind", "type", "controlId", "formatString"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N> &list, std::string_view key)
{
    return std::find(list.begin(), list.end(), key) != list.end();
}

struct Place
{
    TextScope scope = TextScope::Element;
    std::string elementId;
};

class Walker
{
public:
    Walker(std::string_view kind, const std::function<void(const TextSite &)> &visitor)
        : m_progress(kind == "progress")
        , m_visitor(visitor)
    {
    }

    void object(const Json &value, const Place &place, int depth)
    {
        const bool range = textAt(value, "type") == "formula-range";
        const bool join = textAt(value, "kind") == "join";
        const bool sql = textAt(value, "kind") == "sql";
        const bool united = textAt(value, "kind") == "union";
        const bool formulas = range || (m_progress && depth == 0);
        for (const auto &[key, part] : value.items()) {
            const Step step(m_path, key);
            if (part.is_string()) {
                text(key, part, place, formulas, sql);
            } else if (join && key == "joins") {
                joins(part, depth);
            } else if (united && key == "matches") {
                matches(value, part);
            } else {
                container(key, part, inner(value, key, place), depth);
            }
        }
    }

private:
    struct Step
    {
        Step(std::string &path, std::string_view token) : m_path(path), m_size(path.size())
        {
            path += '/';
            path += token.find_first_of("~/") == std::string_view::npos ? std::string(token) : escapeToken(token);
        }
        Step(std::string &path, std::size_t index) : m_path(path), m_size(path.size())
        {
            path += '/' + std::to_string(index);
        }
        ~Step() { m_path.resize(m_size); }
        std::string &m_path;
        std::size_t m_size;
    };

    static Place inner(const Json &value, std::string_view key, const Place &place)
    {
        if (key == "whichRows") {
            if (const std::string_view table = textAt(value, "tableElementId"); !table.empty())
                return {TextScope::TargetRows, std::string(table)};
        }
        return place;
    }

    void container(std::string_view key, const Json &part, const Place &place, int depth)
    {
        if (depth >= maxDepth)
            return;
        if (part.is_object()) {
            object(part, place, depth + 1);
        } else if (part.is_array()) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                const Step step(m_path, i);
                if (part[i].is_string())
                    text(key, part[i], place, false, false);
                else
                    container(key, part[i], key == "actions" ? action(part[i]) : place, depth + 1);
            }
        }
    }

    static Place action(const Json &value)
    {
        const Json &trigger = child(value, "trigger");
        const std::string_view on = trigger.is_object() ? textAt(trigger, "on") : textOf(trigger);
        return {on == "on-select" ? TextScope::SelectAction : TextScope::Action, {}};
    }

    void text(std::string_view key, const Json &part, const Place &place, bool formulas, bool sql)
    {
        const std::string_view text = textOf(part);
        if (key == "formula" || (formulas && (key == "min" || key == "max" || key == "value")))
            emit(text, TextLanguage::Formula, place);
        else if (sql && key == "statement")
            emit(text, TextLanguage::Sql, place);
        else if (key == "instructions")
            emit(text, TextLanguage::Instructions, {TextScope::Action, {}});
        else if (!contains(plainKeys, key) && text.find("{{") != std::string_view::npos)
            emit(text, TextLanguage::Template, place, contains(dynamicKeys, key));
    }

    void emit(std::string_view text, TextLanguage language, const Place &place, bool certain = true)
    {
        TextSite site{m_path, text, language, place.scope, place.elementId, -1, certain};
        static constexpr std::string_view columns = "/columns/";
        static constexpr std::string_view formula = "/formula";
        if (m_path.starts_with(columns) && m_path.ends_with(formula)) {
            const char *from = m_path.data() + columns.size();
            const char *to = m_path.data() + m_path.size() - formula.size();
            int index = -1;
            if (std::from_chars(from, to, index).ptr == to)
                site.column = index;
        }
        m_visitor(site);
    }

    static std::string elementOf(const Json &source)
    {
        return textAt(source, "kind") == "table" ? stringMember(source, "elementId") : std::string();
    }

    // [{left, right, columns: [{left: "[Key]", right: "[Key]"}]}]
    void joins(const Json &list, int depth)
    {
        for (std::size_t i = 0; i < asList(list).size(); ++i) {
            const Json &join = list[i];
            if (!join.is_object())
                continue;
            const Step step(m_path, i);
            for (const auto &[key, part] : join.items()) {
                const Step inside(m_path, key);
                if (key != "columns") {
                    container(key, part, {}, depth + 1);
                    continue;
                }
                for (std::size_t c = 0; c < asList(part).size(); ++c) {
                    const Step column(m_path, c);
                    for (const char *side : {"left", "right"}) {
                        const Step leaf(m_path, side);
                        if (const Json &text = child(part[c], side); text.is_string())
                            emit(textOf(text), TextLanguage::Formula,
                                 {TextScope::SourceRows, elementOf(child(join, side))});
                    }
                }
            }
        }
    }

    // [{outputColumnName, sourceColumns: ["[Column]" | null, …]}]
    void matches(const Json &source, const Json &list)
    {
        const Json &sources = items(source, "sources");
        for (std::size_t i = 0; i < asList(list).size(); ++i) {
            const Step step(m_path, i);
            const Step inside(m_path, std::string_view("sourceColumns"));
            const Json &columns = items(list[i], "sourceColumns");
            for (std::size_t c = 0; c < columns.size(); ++c) {
                const Step leaf(m_path, c);
                if (columns[c].is_string())
                    emit(textOf(columns[c]), TextLanguage::Formula,
                         {TextScope::SourceRows, c < sources.size() ? elementOf(sources[c]) : std::string()});
            }
        }
    }

    bool m_progress;
    const std::function<void(const TextSite &)> &m_visitor;
    std::string m_path;
};

} // namespace

void visitTextSites(const Json &body, std::string_view kind, const std::function<void(const TextSite &)> &visitor)
{
    if (body.is_object())
        Walker(kind, visitor).object(body, {}, 0);
}

} // namespace tessera::model
