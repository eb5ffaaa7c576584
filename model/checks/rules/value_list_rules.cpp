// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/value_list_rules.h"

#include <algorithm>
#include <optional>

#include "model/base/json_text.h"

namespace tessera::model {

namespace {

// {kind: source, elementId, columnId} or the bare {kind: table, elementId, columnId}: the table belongs one level
// deeper.
std::optional<Json> nested(const Json &source)
{
    const std::string_view kind = textAt(source, "kind");
    if (!isOneOf(kind, {"source", "table"}) || has(source, "source") || !has(source, "elementId"))
        return std::nullopt;
    Json table = {{"kind", "table"}};
    Json better = {{"kind", "source"}, {"source", nullptr}};
    for (const auto &[key, value] : source.items()) {
        if (isOneOf(key, {"elementId", "groupingId"}))
            table[key] = value;
        else if (key != "kind")
            better[key] = value;
    }
    better["source"] = std::move(table);
    return better;
}

// The value itself, or that of {label, value}.
Json plainValue(const Json &entry)
{
    return entry.is_object() ? child(entry, has(entry, "value") ? "value" : "label") : entry;
}

bool hasObjects(const Json &list)
{
    return std::any_of(list.begin(), list.end(), [](const Json &entry) { return entry.is_object(); });
}

// [{label, value}] as the two lists Sigma takes.
QuickFix splitFix(const CheckContext &context, const Json &source)
{
    Json better = source;
    Json values = Json::array(), labels = Json::array();
    for (const Json &entry : items(source, "values")) {
        values.push_back(plainValue(entry));
        labels.push_back(entry.is_object() ? child(entry, "label") : Json());
    }
    better["values"] = std::move(values);
    if (std::any_of(labels.begin(), labels.end(), [](const Json &text) { return !text.is_null(); }))
        better["labels"] = std::move(labels);
    return setFix(RuleText::tr("Write two lists, values and labels"), context, "/source", std::move(better));
}

bool isOfType(const Json &value, std::string_view type)
{
    return value.is_null() || value.is_structured() || (type == "number" ? value.is_number() : value.is_string());
}

// "12" as a number, 12 as a text; nothing when the value cannot be written so.
std::optional<Json> asType(const Json &value, std::string_view type)
{
    if (isOfType(value, type))
        return value;
    if (type == "number" && value.is_string()) {
        const auto number = readJson(stringOf(value));
        return number && number->is_number() ? std::optional(*number) : std::nullopt;
    }
    return type == "number" || !value.is_primitive() || value.is_binary() ? std::nullopt
                                                                          : std::optional<Json>(value.dump());
}

// One finding for the whole list; the fix writes all its values anew.
void checkTypes(CheckContext &context, const char *rule, const Json &values, const std::string &path,
                std::string_view type, const QString &message, const QString &hint)
{
    const auto wrong =
        std::find_if(values.begin(), values.end(), [&](const Json &value) { return !isOfType(value, type); });
    if (wrong == values.end())
        return;
    Json fitting = Json::array();
    for (const Json &value : values) {
        if (const auto better = asType(value, type))
            fitting.push_back(*better);
    }
    Diagnostic &finding =
        context.report(rule, joinPointer(path, static_cast<std::size_t>(wrong - values.begin())), message, hint);
    if (fitting.size() == values.size())
        finding.fix =
            setFix(type == "number" ? RuleText::tr("Write them as numbers") : RuleText::tr("Write them as texts"),
                   context, path, std::move(fitting));
}

} // namespace

QuickFix resizeFix(const QString &label, const CheckContext &context, const std::string &path, const Json &list,
                   std::size_t size)
{
    Json fitting = Json::array();
    for (std::size_t i = 0; i < size; ++i)
        fitting.push_back(i < list.size() ? list[i] : Json());
    return setFix(label, context, path, std::move(fitting));
}

void checkOfferedValues(CheckContext &context, const Json &body, const QString &label)
{
    const Json &source = child(body, "source");
    if (const auto better = nested(source))
        context
            .report(
                "control.value-source", "/source",
                RuleText::tr("%1 takes its values from a column, but the table stands one level too high.").arg(label),
                RuleText::tr("Write {kind: source, source: {kind: table, elementId}, columnId}."))
            .fix = setFix(RuleText::tr("Nest the table"), context, "/source", *better);
    if (textAt(source, "kind") != "manual")
        return;
    const Json &values = items(source, "values");
    if (hasObjects(values)) {
        context
            .report("control.value-objects", "/source/values",
                    RuleText::tr("%1: each value has its label inside; they are two lists.").arg(label),
                    RuleText::tr("Values and labels stand in two lists of one length; a label may be null."))
            .fix = splitFix(context, source);
        return;
    }
    const std::string_view type = textAt(source, "valueType");
    if (isOneOf(type, {"text", "number"}))
        checkTypes(context, "control.value-type", values, "/source/values", type,
                   RuleText::tr("%1: the values are no %2, as valueType says.").arg(label, inQuotes(type)),
                   RuleText::tr("What is chosen is compared with the column by its type."));
}

void checkColumnChoices(CheckContext &context, const Json &column, const std::string &path, const QString &label)
{
    const Json &values = items(column, "values");
    if (values.empty())
        return;
    const std::string_view type = textAt(column, "type");
    const QString name = inQuotes(stringMember(column, has(column, "name") ? "name" : "id"));
    if (hasObjects(values)) {
        Json plain = Json::array();
        for (const Json &entry : values)
            plain.push_back(plainValue(entry));
        context
            .report("data.choice-objects", path + "/values",
                    RuleText::tr("%1: the choices of %2 are maps; they are plain values.").arg(label, name),
                    RuleText::tr("List the values themselves; input tables have no labels for them."))
            .fix = setFix(RuleText::tr("List the values"), context, path + "/values", std::move(plain));
    } else if (isOneOf(type, {"text", "number"})) {
        checkTypes(context, "data.choice-type", values, path + "/values", type,
                   RuleText::tr("%1: a choice of %2 is no %3, as the column is.").arg(label, name, inQuotes(type)),
                   RuleText::tr("Only values of the column's type can be stored in it."));
    }
}

} // namespace tessera::model
