// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/action_values.h"

#include <algorithm>

namespace tessera::model {

namespace {

constexpr int maxDepth = 30;

// What a constant of this value is called; "" for what no constant holds.
std::string constantType(const Json &value)
{
    if (value.is_array()) {
        const std::string first = value.empty() ? std::string() : constantType(value.front());
        const bool same = std::all_of(value.begin(), value.end(), [&](const Json &item) {
            return !item.is_array() && constantType(item) == first;
        });
        return first.empty() || !same ? std::string() : first + "-list";
    }
    return value.is_number() ? "number" : value.is_boolean() ? "boolean" : value.is_string() ? "text" : "";
}

bool isOfType(const Json &value, std::string_view type)
{
    if (value.is_null())
        return true;
    if (type.ends_with("-list")) {
        const std::string_view item = type.substr(0, type.size() - 5);
        return value.is_array() &&
               std::all_of(value.begin(), value.end(), [&](const Json &entry) { return isOfType(entry, item); });
    }
    if (type.ends_with("-range"))
        return value.is_object();
    return type == "number" ? value.is_number() : type == "boolean" ? value.is_boolean() : value.is_string();
}

class ValueWalk
{
public:
    ValueWalk(CheckContext &context, const ActionSite &site) : m_context(context), m_site(site) {}

    void walk(const Json &value, const std::string &path, int depth)
    {
        if (depth > maxDepth)
            return;
        if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i)
                walk(value[i], joinPointer(path, i), depth + 1);
            return;
        }
        if (!value.is_object())
            return;
        source(value, path);
        for (const auto &[key, part] : value.items()) {
            if (!isOneOf(key, {"effects", "if", "elseif", "else"}))
                walk(part, joinPointer(path, key), depth + 1);
        }
    }

private:
    void source(const Json &value, const std::string &path)
    {
        const std::string_view type = textAt(value, "type");
        if (type == "constant")
            constant(child(value, "value"), path + "/value");
        else if (isOneOf(type, {"column", "column-range"}))
            column(value, type, path);
        else if (type == "agent-input" && !m_site.tool)
            m_context.report("action.agent-input", path,
                             RuleText::tr("%1 takes a value from an agent, but is no tool of one.").arg(m_site.label));
        else if (type == "form-field" && !(m_site.host && m_site.host->kind == "form"))
            m_context.report("action.form-field", path,
                             RuleText::tr("%1 reads a form field, but is no action of a form.").arg(m_site.label));
        else if (type == "control" && m_site.overlay)
            m_context.report(
                "action.overlay-control", path + "/type",
                RuleText::tr("%1 reads a control, which actions of overlays cannot find.").arg(m_site.label),
                RuleText::tr("Put a button inside the overlay and give the action to it."));
    }

    void column(const Json &value, std::string_view type, const std::string &path)
    {
        const bool sort = path.find("/sort") != std::string::npos;
        if (m_site.select || sort || path.ends_with("/condition") ||
            !(has(value, "columnId") || type == "column-range"))
            return;
        m_context.report("action.column-scope", path,
                         RuleText::tr("%1 takes a value from a column, but no row is selected here.").arg(m_site.label),
                         RuleText::tr("Columns give values in on-select actions only."));
    }

    // {type: number, value: "12"}: the value must be what it says.
    void constant(const Json &content, const std::string &path)
    {
        const std::string_view type = textAt(content, "type");
        const Json &value = child(content, "value");
        if (type.empty() || isOfType(value, type))
            return;
        Diagnostic &finding =
            m_context.report("action.constant", path + "/value",
                             RuleText::tr("%1: the value is no %2.").arg(m_site.label, inQuotes(type)),
                             RuleText::tr("Change the value, or say what it is."));
        if (const std::string real = constantType(value); !real.empty())
            finding.fix =
                setFix(RuleText::tr("Say that it is %1").arg(inQuotes(real)), m_context, path + "/type", real);
    }

    CheckContext &m_context;
    const ActionSite &m_site;
};

} // namespace

void checkValueSources(CheckContext &context, const ActionSite &site, const Json &step, const std::string &path)
{
    ValueWalk(context, site).walk(step, path, 0);
}

void checkPlainValue(CheckContext &context, const ActionSite &site, const Json &holder, std::string_view key,
                     const std::string &path)
{
    const Json &value = child(holder, key);
    const std::string type = constantType(value);
    if (type.empty())
        return;
    const std::string at = joinPointer(path, key);
    context
        .report(
            "action.plain-value", at,
            RuleText::tr("%1: %2 is a plain value; a step says where its values come from.")
                .arg(site.label, inQuotes(key)),
            RuleText::tr("Write {type: constant, value: {type, value}}, or take it from a control, formula or column."))
        .fix = setFix(RuleText::tr("Make it a constant"), context, at,
                      Json{{"type", "constant"}, {"value", {{"type", type}, {"value", value}}}});
}

void checkPlainValues(CheckContext &context, const ActionSite &site, const Json &map, const std::string &path)
{
    if (!map.is_object())
        return;
    for (const auto &[key, value] : map.items())
        checkPlainValue(context, site, map, key, path);
}

} // namespace tessera::model
