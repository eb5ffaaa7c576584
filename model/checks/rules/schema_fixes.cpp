// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/schema_fixes.h"

#include <algorithm>
#include <map>

#include "model/base/json_text.h"
#include "model/checks/rules/rule_support.h"
#include "model/edit/property_edit.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/lexer.h"

namespace tessera::model {

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Text:
    case ValueType::Formula:
    case ValueType::Template:
    case ValueType::Color:
    case ValueType::Date:
    case ValueType::Enum:
    case ValueType::Reference:
        return RuleText::tr("a text");
    case ValueType::Number:
    case ValueType::Integer:
        return RuleText::tr("a number");
    case ValueType::Logical:
        return RuleText::tr("true or false");
    case ValueType::List:
        return RuleText::tr("a list");
    case ValueType::Object:
    case ValueType::Map:
        return RuleText::tr("a map");
    case ValueType::Union:
    case ValueType::Any:
        break;
    }
    return RuleText::tr("another form");
}

QString words(const TypeSpec &type)
{
    QStringList list;
    for (const EnumValue &value : type.values) {
        if (value.instead.empty() && list.size() < 12)
            list << (value.value.is_string() ? inQuotes(stringOf(value.value))
                                             : QString::fromStdString(value.value.dump()));
    }
    return list.join(u", "_qs);
}

namespace {

// A text where a map belongs, as the one field that the map must have; others must have a default.
std::optional<Json> wrapped(const TypeSpec &type, const Json &text)
{
    Json map = Json::object();
    bool placed = false;
    for (const PropertySpec &field : type.fields) {
        if (!field.required)
            continue;
        if (field.defaultValue && !field.defaultValue->is_null()) {
            map[field.key] = *field.defaultValue;
            continue;
        }
        if (placed || !field.type || !field.type->accepts(text))
            return std::nullopt;
        map[field.key] = text;
        placed = true;
    }
    return placed ? std::optional(map) : std::nullopt;
}

// A list where a map belongs: [{id}] of an axis, and a single map in a list.
std::optional<Json> unlisted(const TypeSpec &type, const Json &list)
{
    if (type.field("columnIds") && !list.empty()) {
        Json ids = Json::array();
        for (const Json &item : list) {
            const std::string id = stringMember(item, "columnId");
            ids.push_back(!item.is_object() ? stringOf(item) : id.empty() ? stringMember(item, "id") : id);
        }
        const bool all = std::none_of(ids.begin(), ids.end(), [](const Json &id) { return textOf(id).empty(); });
        return all ? std::optional<Json>(Json{{"columnIds", ids}}) : std::nullopt;
    }
    return list.size() == 1 && list.front().is_object() ? std::optional<Json>(list.front()) : std::nullopt;
}

} // namespace

std::string placeName(std::string_view path)
{
    const std::string last = lastToken(path);
    const bool entry =
        !last.empty() && std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::string above = entry ? lastToken(parentPointer(path)) : std::string();
    return above.empty() ? last : above + '/' + last;
}

std::optional<Json> converted(const TypeSpec &type, const Json &value)
{
    const std::string text = stringOf(value);
    if ((type.type == ValueType::Number || type.type == ValueType::Integer) && value.is_string()) {
        const auto number = readJson(text);
        return number && number->is_number() ? std::optional(*number) : std::nullopt;
    }
    if (type.type == ValueType::Reference && value.is_object() && value.size() == 1 && value.front().is_string())
        return value.front(); // {columnId: x} where x will do
    if (type.type == ValueType::Object && value.is_string())
        return wrapped(type, value);
    if (type.type == ValueType::Object && value.is_array())
        return unlisted(type, value);
    if (type.type == ValueType::Logical && isOneOf(text, {"true", "false"}))
        return Json(text == "true");
    const bool words =
        type.type == ValueType::Text || type.type == ValueType::Formula || type.type == ValueType::Template;
    return words && value.is_number() ? std::optional<Json>(value.dump()) : std::nullopt;
}

std::optional<Json> integerIn(const Json &value)
{
    const auto number = value.is_string() ? readJson(stringOf(value)) : Result<Json>(Json());
    return number && number->is_number_integer() ? std::optional(*number) : std::nullopt;
}

std::optional<Json> formWith(const TypeSpec &type, const std::string &key, const Json &value)
{
    for (const VariantSpec &form : type.variants) {
        const PropertySpec *field = form.name == key && form.type ? form.type->field(key) : nullptr;
        if (field && field->type->accepts(value) && !type.discriminator.empty())
            return Json{{type.discriminator, key}, {key, value}};
    }
    return std::nullopt;
}

std::optional<Json> modernised(const TypeSpec &type, const Json &value)
{
    const VariantSpec &form = type.variants.front();
    const ValueType wanted = form.type ? form.type->type : ValueType::Any;
    if (value.is_number() && (wanted == ValueType::Formula || wanted == ValueType::Text))
        return Json(value.dump());
    if (value.is_object() && wanted == ValueType::List && form.type->item && form.type->item->fields.size() >= 2) {
        Json list = Json::array();
        for (const auto &[key, part] : value.items())
            list.push_back(Json{{form.type->item->fields[0].key, key}, {form.type->item->fields[1].key, part}});
        return list;
    }
    if (value.is_array() && wanted == ValueType::Object &&
        (value.size() == 2 || value.size() == 3)) { // ends of a scale
        Json ends = {{"min", value.front()}};
        if (value.size() == 3)
            ends["mid"] = value[1];
        ends["max"] = value.back();
        return ends;
    }
    return std::nullopt;
}

std::optional<Json> nearWord(const TypeSpec &type, const Json &value)
{
    std::vector<std::string> words;
    for (const EnumValue &accepted : type.values) {
        if (accepted.instead.empty() && accepted.value.is_string())
            words.push_back(stringOf(accepted.value));
    }
    const auto has = [&](const char *word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (value.is_boolean()) {
        for (const auto &[yes, no] : {std::pair("shown", "hidden"), std::pair("enabled", "disabled"),
                                      std::pair("required", "optional"), std::pair("readonly", "editable")}) {
            if (has(yes) && has(no))
                return Json(value.get<bool>() ? yes : no);
        }
    }
    const auto near = value.is_string() ? formula::nearestNames(stringOf(value), words, 1) : std::vector<std::string>();
    return near.empty() ? std::nullopt : std::optional<Json>(near.front());
}

std::string nearForm(const TypeSpec &type, const Json &word)
{
    std::vector<std::string> names;
    for (const VariantSpec &form : type.variants) {
        if (!form.legacy)
            names.push_back(form.name);
    }
    const auto near = word.is_string() ? formula::nearestNames(stringOf(word), names, 1) : std::vector<std::string>();
    return near.empty() ? std::string() : near.front();
}

std::string nearKey(const TypeSpec &type, const Json &map, const std::string &key)
{
    std::vector<std::string> names;
    if (key.size() < 4 || key.size() > 40)
        return {};
    for (const PropertySpec &field : type.fields) {
        if (!field.isLegacy() && !has(map, field.key))
            names.push_back(field.key);
    }
    const auto near = formula::nearestNames(key, names, 1);
    const PropertySpec *field = near.empty() ? nullptr : type.field(near.front());
    return field && field->type && field->type->accepts(child(map, key)) ? near.front() : std::string();
}

std::string hexOf(const std::string &color, bool alpha)
{
    static const std::map<std::string, const char *> names = {
        {"black", "#000000"}, {"white", "#ffffff"},   {"red", "#ff0000"},     {"green", "#008000"},
        {"blue", "#0000ff"},  {"yellow", "#ffff00"},  {"orange", "#ffa500"},  {"purple", "#800080"},
        {"gray", "#808080"},  {"grey", "#808080"},    {"silver", "#c0c0c0"},  {"navy", "#000080"},
        {"teal", "#008080"},  {"maroon", "#800000"},  {"lime", "#00ff00"},    {"aqua", "#00ffff"},
        {"cyan", "#00ffff"},  {"fuchsia", "#ff00ff"}, {"magenta", "#ff00ff"}, {"olive", "#808000"},
        {"pink", "#ffc0cb"},  {"brown", "#a52a2a"}};
    if (const auto named = names.find(foldName(color)); named != names.end())
        return named->second;
    if (color.size() == 5 && isHexColor(color.substr(0, 4)) && isHexColor("#00" + color.substr(4))) { // #rgba
        std::string full = "#";
        for (std::size_t i = 1; i < (alpha ? 5u : 4u); ++i)
            full += std::string(2, color[i]);
        return full;
    }
    if (isHexColor(color) && color.size() == 9)
        return color.substr(0, 7);
    return isHexColor('#' + color) ? '#' + color : std::string();
}

QuickFix secondColumnFix(const CheckContext &context, const std::string &column, const std::string &path)
{
    const auto make = [key = context.key(), column, path](const Workbook &workbook) -> std::vector<Change> {
        const Json *body = propertyTree(workbook, Scope::Element, key);
        const Json &columns = items(body ? *body : nothing(), "columns");
        const auto own = std::find_if(columns.begin(), columns.end(),
                                      [&](const Json &item) { return textAt(item, "id") == column; });
        if (!body || own == columns.end())
            return {};
        const auto taken = [&](const char *what, const std::string &text) {
            return std::any_of(columns.begin(), columns.end(),
                               [&](const Json &item) { return textAt(item, what) == text; });
        };
        Json copy = *own;
        const std::string name = stringMember(copy, "name");
        int n = 2;
        while (taken("id", column + '-' + std::to_string(n)) || taken("name", name + ' ' + std::to_string(n)))
            ++n;
        copy["id"] = column + '-' + std::to_string(n);
        if (!name.empty())
            copy["name"] = name + ' ' + std::to_string(n);
        const Json *channel = at(*body, path);
        auto changes = insertItem(workbook, Scope::Element, key, "/columns", -1, copy);
        const auto moved = setProperty(workbook, Scope::Element, key,
                                       channel && channel->is_object() ? path + "/columnId" : path, copy["id"]);
        changes.insert(changes.end(), moved.begin(), moved.end());
        return changes;
    };
    return changesFix(RuleText::tr("Give it a second column with the same formula"), make);
}

} // namespace tessera::model
