// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/fresh_copies.h"

#include <functional>

#include "model/base/pointer.h"
#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"
#include "model/names/facts.h"
#include "model/names/text_sites.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"

namespace tessera::model {

namespace {

using Names = QHash<std::string, std::string>;

struct Renames
{
    Names ids;     // elements
    Names actions; // ids given to copies
    Names handles; // controls, as written
    Names folded;  // element name or control handle, folded -> new one
};

void visitStrings(const Json &value, const std::string &pointer,
                  const std::function<void(const std::string &, const std::string &)> &visit)
{
    if (value.is_string()) {
        visit(pointer, value.get_ref<const std::string &>());
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            visitStrings(value[i], joinPointer(pointer, i), visit);
    } else if (value.is_object()) {
        for (const auto &[key, item] : value.get_ref<const Json::object_t &>())
            visitStrings(item, joinPointer(pointer, key), visit);
    }
}

// The text with every reference to a renamed element or control written anew; blanks and the rest stay.
std::string renamedFormula(const std::string &formula, const Renames &renames)
{
    std::string out;
    std::size_t done = 0;
    for (const Token &token : tokenize(formula)) {
        const auto reference = readReference(formula, token);
        if (!reference)
            continue;
        const std::string &what = reference->hasPrefix ? reference->prefix : reference->name;
        const auto fresh = renames.folded.constFind(foldName(what));
        if (fresh == renames.folded.cend())
            continue;
        const ByteRange range = reference->hasPrefix ? reference->prefixBytes : reference->nameBytes;
        out += formula.substr(done, range.offset - done) + escapeName(*fresh);
        done = range.end();
    }
    return out + formula.substr(done);
}

std::string renamedTemplate(const std::string &text, const Renames &renames)
{
    std::string out;
    std::size_t done = 0;
    for (const TemplatePart &part : scanTemplates(text)) {
        out +=
            text.substr(done, part.formula.offset - done) + renamedFormula(std::string(part.formula.in(text)), renames);
        done = part.formula.end();
    }
    return out + text.substr(done);
}

void renameReferences(Json &body, const Catalogue &catalogue, const Renames &renames)
{
    std::vector<std::pair<std::string, std::string>> edits;
    visitStrings(body, {}, [&](const std::string &pointer, const std::string &text) {
        const bool id = renames.ids.contains(text);
        const bool handle = renames.handles.contains(text);
        if (!id && !handle)
            return;
        const Catalogue::Place place = catalogue.locate(Scope::Element, body, pointer);
        if (!place.type || place.type->type != ValueType::Reference)
            return;
        if (id && place.type->reference.target == ReferenceTarget::Element)
            edits.emplace_back(pointer, renames.ids.value(text));
        else if (handle && place.type->reference.target == ReferenceTarget::Control)
            edits.emplace_back(pointer, renames.handles.value(text));
    });
    for (const auto &[pointer, text] : edits)
        assign(body, pointer, Json(text));
}

void renameTexts(Json &body, const std::string &kind, const Renames &renames)
{
    std::vector<std::pair<std::string, std::string>> edits;
    visitTextSites(body, kind, [&](const TextSite &site) {
        const std::string text(site.text);
        std::string fresh =
            site.language == TextLanguage::Formula ? renamedFormula(text, renames) : renamedTemplate(text, renames);
        if (fresh != text)
            edits.emplace_back(site.path, std::move(fresh));
    });
    for (const auto &[pointer, text] : edits)
        assign(body, pointer, Json(text));
}

// `scratch` knows the ids already taken, `taken` those given to this copy.
void renameActions(Json &body, const Workbook &scratch, Names &taken)
{
    renameActionIds(body, [&](const std::string &id) {
        std::string fresh = freeActionId(scratch, id);
        for (int number = 2; taken.contains(fresh); ++number)
            fresh = freeActionId(scratch, id + "-" + std::to_string(number));
        taken.insert(fresh, id);
        return fresh;
    });
}

std::string freshName(const Workbook &scratch, const Object &element)
{
    return element.name().empty() ? std::string() : freeElementName(scratch, element.name());
}

} // namespace

FreshCopies freshCopies(const Workbook &workbook, const Catalogue &catalogue, const QList<Key> &elements)
{
    QList<Object> originals;
    for (const Key &key : elements) {
        if (const Object *element = workbook.element(key))
            originals.append(*element);
    }
    return freshCopies(workbook, catalogue, originals);
}

FreshCopies freshCopies(const Workbook &workbook, const Catalogue &catalogue, const QList<Object> &originals)
{
    // The scratch workbook fills up with the copies, so that each gets an identity of its own.
    Workbook scratch = workbook;
    Renames renames;
    FreshCopies copies;
    QList<Json> bodies;
    for (const Object &element : originals) {
        Json body = element.body();
        const std::string id = freeId(scratch, element.id().empty() ? element.key() : element.id());
        renames.ids.insert(element.id(), id);
        setId(body, id);
        const ElementFacts facts = readFacts(element);
        if (!facts.handle.empty() && facts.controlType != "synced") {
            const std::string handle = freeControlId(scratch, facts.handle);
            renames.handles.insert(facts.handle, handle);
            renames.folded.insert(foldName(facts.handle), handle);
            setControlId(body, handle);
        }
        if (const std::string name = freshName(scratch, element); !name.empty() && facts.handle.empty()) {
            renames.folded.insert(foldName(element.name()), name);
            setName(body, name);
        }
        renameActions(body, scratch, renames.actions);
        scratch.elements.append(Object(scratch.elements.freeKey(id), body));
        bodies.append(std::move(body));
    }
    for (Json &body : bodies) {
        renameReferences(body, catalogue, renames);
        renameTexts(body, kindOf(body), renames);
        const std::string id = idOf(body);
        copies.elements.append(Object(scratch.elements.findById(id)->key(), std::move(body)));
    }
    copies.ids = renames.ids;
    return copies;
}

} // namespace tessera::model
