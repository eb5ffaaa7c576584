// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/openapi_reader.h"

#include <algorithm>

namespace tessera::model {

namespace {

constexpr int deepest = 40; // references and compositions within each other
constexpr std::size_t mostForms = 5000;

using ObjectForm = OpenApiReader::ObjectForm;

ObjectForm merged(ObjectForm base, const ObjectForm &more)
{
    for (const auto &[name, schema] : more.properties) {
        const auto same = std::find_if(base.properties.begin(), base.properties.end(),
                                       [&key = name](const auto &p) { return p.first == key; });
        if (same == base.properties.end())
            base.properties.emplace_back(name, schema);
        else
            same->second = schema;
    }
    base.required.insert(more.required.begin(), more.required.end());
    return base;
}

std::vector<ObjectForm> combined(const std::vector<ObjectForm> &left, const std::vector<ObjectForm> &right)
{
    if (right.empty())
        return left;
    std::vector<ObjectForm> out;
    for (const ObjectForm &a : left) {
        for (const ObjectForm &b : right) {
            if (out.size() >= mostForms)
                return out;
            out.push_back(merged(a, b));
        }
    }
    return out;
}

ObjectForm ownForm(const Json &schema)
{
    ObjectForm form;
    if (const Json *properties = member(schema, "properties"); properties && properties->is_object()) {
        for (const auto &[name, value] : properties->items())
            form.properties.emplace_back(name, &value);
    }
    if (const Json *required = member(schema, "required"); required && required->is_array()) {
        for (const Json &name : *required)
            form.required.insert(stringOf(name));
    }
    return form;
}

} // namespace

const Json *ObjectForm::property(std::string_view name) const
{
    const auto it = std::find_if(properties.begin(), properties.end(), [&](const auto &p) { return p.first == name; });
    return it == properties.end() ? nullptr : it->second;
}

OpenApiReader::OpenApiReader(const Json &document)
{
    const Json *components = member(document, "components");
    const Json *schemas = components ? member(*components, "schemas") : nullptr;
    if (!schemas || !schemas->is_object())
        return;
    for (const auto &[name, schema] : schemas->get_ref<const Json::object_t &>())
        m_schemas.emplace(name, &schema);
}

const Json *OpenApiReader::schema(const std::string &name) const
{
    const auto it = m_schemas.find(name);
    return it == m_schemas.end() ? nullptr : it->second;
}

const Json &OpenApiReader::resolved(const Json &schema) const
{
    static const Json nothing = Json::object();
    const Json *current = &schema;
    for (int i = 0; i < deepest; ++i) {
        const std::string reference = stringMember(*current, "$ref");
        if (reference.empty())
            return *current;
        const Json *target = this->schema(reference.substr(reference.rfind('/') + 1));
        if (!target)
            return nothing;
        current = target;
    }
    return nothing;
}

std::vector<ObjectForm> OpenApiReader::forms(const Json &schema) const
{
    std::vector<const Json *> path;
    return forms(schema, path);
}

// `path`: the schemas this one stands in. One that contains itself ends there, or forms would multiply without end.
std::vector<ObjectForm> OpenApiReader::forms(const Json &schema, std::vector<const Json *> &path) const
{
    const Json &node = resolved(schema);
    if (path.size() >= deepest || std::find(path.begin(), path.end(), &node) != path.end())
        return {};
    path.push_back(&node);
    std::vector<ObjectForm> out = {ownForm(node)};
    if (const Json *parts = member(node, "allOf"); parts && parts->is_array()) {
        for (const Json &part : *parts)
            out = combined(out, forms(part, path));
    }
    for (const char *key : {"oneOf", "anyOf"}) {
        const Json *parts = member(node, key);
        if (!parts || !parts->is_array())
            continue;
        std::vector<ObjectForm> choices;
        for (const Json &part : *parts) {
            for (ObjectForm &form : forms(part, path)) {
                if (choices.size() < mostForms)
                    choices.push_back(std::move(form));
            }
        }
        out = combined(out, choices);
    }
    path.pop_back();
    return out;
}

std::vector<ObjectForm> OpenApiReader::formsWith(const Json &schema, const std::string &property) const
{
    std::vector<ObjectForm> found;
    std::set<const Json *> seen;
    search(schema, property, seen, deepest, found);
    return found;
}

void OpenApiReader::search(const Json &schema, const std::string &property, std::set<const Json *> &seen, int depth,
                           std::vector<ObjectForm> &found) const
{
    const Json &node = resolved(schema);
    if (depth <= 0 || !seen.insert(&node).second)
        return;
    bool here = false;
    for (ObjectForm &form : forms(node)) {
        if (form.property(property) && !values(*form.property(property)).empty()) {
            found.push_back(std::move(form));
            here = true;
        } else {
            for (const auto &[name, value] : form.properties)
                search(*value, property, seen, depth - 1, found);
        }
    }
    if (const Json *items = member(node, "items"); items && !here)
        search(*items, property, seen, depth - 1, found);
}

std::vector<std::string> OpenApiReader::values(const Json &schema) const
{
    std::vector<std::string> out;
    collectValues(schema, 8, out);
    return out;
}

void OpenApiReader::collectValues(const Json &schema, int depth, std::vector<std::string> &out) const
{
    const auto add = [&out](const Json &value) {
        if (value.is_string() && std::find(out.begin(), out.end(), stringOf(value)) == out.end())
            out.push_back(stringOf(value));
    };
    if (depth <= 0)
        return;
    const Json &node = resolved(schema);
    if (const Json *constant = member(node, "const"))
        add(*constant);
    if (const Json *list = member(node, "enum"); list && list->is_array()) {
        for (const Json &value : *list)
            add(value);
    }
    for (const char *key : {"oneOf", "anyOf", "allOf"}) {
        if (const Json *parts = member(node, key); parts && parts->is_array()) {
            for (const Json &part : *parts)
                collectValues(part, depth - 1, out);
        }
    }
}

} // namespace tessera::model
