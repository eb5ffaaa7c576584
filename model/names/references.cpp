// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/references.h"

#include <algorithm>

#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

bool points(const Resolution &found, const ElementFacts *owner, const TextReference &at, const NamedThing &target)
{
    switch (target.what) {
    case NamedThing::Element:
        return at.reference.hasPrefix && !found.viaLeg && meansElement(found, target.key);
    case NamedThing::Column:
        return !found.column.empty() && found.column == target.column && columnHost(found, owner) == target.key;
    case NamedThing::Control:
        return found.meaning == Meaning::Control && found.element && found.element->key == target.key;
    }
    return false;
}

// From bracket to bracket; a handle in SQL has none.
ByteRange wholeOf(std::string_view text, const TextReference &at)
{
    const Reference &reference = at.reference;
    if (at.bare)
        return reference.nameBytes;
    std::size_t from = reference.hasPrefix ? reference.prefixBytes.offset : reference.nameBytes.offset;
    while (from > 0 && text[from] != '[')
        --from;
    std::size_t to = reference.nameBytes.end();
    while (to < text.size() && text[to] != ']')
        ++to;
    return {from, std::min(to + 1, text.size()) - from};
}

class Replacer
{
public:
    Replacer(const NameLookup &names, const NamedThing &from, const NamedThing &to)
        : m_names(names)
        , m_from(from)
        , m_to(to)
        , m_name(targetName(names, to))
    {
    }

    bool canRun() const { return !m_name.empty() && !targetName(m_names, m_from).empty(); }

    // Without a name of its own element a column of another one cannot be written.
    std::optional<ReferenceReplacement> run(Scope scope, const Object *object, const ElementFacts *owner,
                                            const TextSite &site) const
    {
        ReferenceReplacement out;
        std::vector<TextEdit> edits;
        for (const TextReference &at : referencesIn(site.text, site.language)) {
            const Resolution found = resolveReference(at.reference, owner, site, m_names);
            if (!points(found, owner, at, m_from))
                continue;
            out.use.ranges.push_back(wholeOf(site.text, at));
            edits.push_back(editOf(site.text, at, found, owner));
        }
        if (edits.empty())
            return std::nullopt;
        out.use.scope = scope;
        out.use.key = object ? object->key() : Key();
        out.use.path = site.path;
        out.use.text = site.text;
        out.use.language = site.language;
        out.after = edited(site.text, edits);
        out.fits = fits(out.after, owner, site, edits.size());
        return out;
    }

private:
    TextEdit editOf(std::string_view text, const TextReference &at, const Resolution &found,
                    const ElementFacts *owner) const
    {
        if (m_to.what == NamedThing::Element) {
            const bool card = found.meaning == Meaning::CardColumn;
            return {at.reference.prefixBytes, escapeName(m_name) + (card ? std::string(cardSuffix) : std::string())};
        }
        if (at.bare)
            return {at.reference.nameBytes, m_name};
        const bool sameHost =
            m_from.what == NamedThing::Column && m_to.what == NamedThing::Column && m_from.key == m_to.key;
        if (sameHost && !found.totals)
            return {at.reference.nameBytes, escapeName(m_name)};
        if (sameHost) {
            const std::string_view written = at.reference.nameBytes.in(text);
            return {{at.reference.nameBytes.offset, withoutTotal(written).size()}, escapeName(m_name)};
        }
        return {wholeOf(text, at), '[' + prefixFor(owner) + escapeName(m_name) + ']'};
    }

    std::string prefixFor(const ElementFacts *owner) const
    {
        if (m_to.what != NamedThing::Column || (owner && owner->key == m_to.key))
            return {};
        const FactsPtr host = m_names.byKey(m_to.key);
        return host ? escapeName(host->name) + '/' : std::string();
    }

    // The owner's own columns, its source's, or those of a leg of it: what it reads without Lookup.
    bool isAtHand(const ElementFacts *owner, const Key &host) const
    {
        const FactsPtr facts = m_names.byKey(host);
        if (!owner || !facts)
            return false;
        const SourceFacts &source = *owner->source;
        return owner->key == host || source.elementId == facts->id ||
               std::any_of(source.legs.begin(), source.legs.end(),
                           [&](const SourceLeg &leg) { return leg.elementId == facts->id; });
    }

    bool fits(const std::string &after, const ElementFacts *owner, TextSite site, std::size_t replaced) const
    {
        const bool columns = m_from.what == NamedThing::Column && m_to.what == NamedThing::Column;
        if (columns && isAtHand(owner, m_from.key) && !isAtHand(owner, m_to.key))
            return false;
        site.text = after;
        std::size_t count = 0;
        for (const TextReference &at : referencesIn(after, site.language)) {
            const Resolution found = resolveReference(at.reference, owner, site, m_names);
            count +=
                points(found, owner, at, m_to) && found.meaning != Meaning::UnknownColumn && !found.ambiguous ? 1 : 0;
        }
        return count >= replaced;
    }

    const NameLookup &m_names;
    const NamedThing &m_from;
    const NamedThing &m_to;
    std::string m_name;
};

} // namespace

void visitWorkbookTexts(const Workbook &workbook, const NameLookup &names, const TextVisitor &visitor)
{
    for (const Object &element : workbook.elements) {
        const FactsPtr facts = names.byKey(element.key());
        visitTextSites(element.body(), element.kind(),
                       [&](const TextSite &site) { visitor(Scope::Element, &element, facts.get(), site); });
    }
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        for (const Object &object : workbook.list(collection))
            visitTextSites(object.body(), {},
                           [&](const TextSite &site) { visitor(scopeOf(collection), &object, nullptr, site); });
    }
    visitTextSites(workbook.contents, {},
                   [&](const TextSite &site) { visitor(Scope::Contents, nullptr, nullptr, site); });
}

Key columnHost(const Resolution &found, const ElementFacts *owner)
{
    const bool own = found.meaning == Meaning::OwnColumn || found.meaning == Meaning::Selection;
    return own ? (owner ? owner->key : Key()) : found.element ? found.element->key : Key();
}

bool meansElement(const Resolution &found, const Key &key)
{
    return found.element && found.element->key == key &&
           (found.meaning == Meaning::Column || found.meaning == Meaning::UnknownColumn ||
            found.meaning == Meaning::CardColumn);
}

std::string targetName(const NameLookup &names, const NamedThing &target)
{
    const FactsPtr facts = names.byKey(target.key);
    if (!facts)
        return {};
    if (target.what == NamedThing::Control)
        return facts->handle;
    if (target.what == NamedThing::Element)
        return facts->name;
    const ColumnFacts *column = facts->columnById(target.column);
    return column ? column->name : std::string();
}

std::vector<ReferenceUse> usesOf(const Workbook &workbook, const NameLookup &names, const NamedThing &target)
{
    std::vector<ReferenceUse> uses;
    visitWorkbookTexts(workbook, names,
                       [&](Scope scope, const Object *object, const ElementFacts *owner, const TextSite &site) {
                           ReferenceUse use{scope, object ? object->key() : Key(), site.path, {}, {}, site.language};
                           for (const TextReference &at : referencesIn(site.text, site.language)) {
                               if (points(resolveReference(at.reference, owner, site, names), owner, at, target))
                                   use.ranges.push_back(wholeOf(site.text, at));
                           }
                           if (use.ranges.empty())
                               return;
                           use.text = site.text;
                           uses.push_back(std::move(use));
                       });
    return uses;
}

std::vector<ReferenceReplacement> replacementsOf(const Workbook &workbook, const NameLookup &names,
                                                 const NamedThing &from, const NamedThing &to)
{
    std::vector<ReferenceReplacement> out;
    const Replacer replacer(names, from, to);
    const bool mixed = (from.what == NamedThing::Element) != (to.what == NamedThing::Element);
    if (from == to || mixed || !replacer.canRun())
        return out;
    visitWorkbookTexts(workbook, names,
                       [&](Scope scope, const Object *object, const ElementFacts *owner, const TextSite &site) {
                           if (auto replacement = replacer.run(scope, object, owner, site);
                               replacement && replacement->after != replacement->use.text)
                               out.push_back(std::move(*replacement));
                       });
    return out;
}

Transaction makeReplaceReferences(const std::vector<ReferenceReplacement> &chosen, const QString &label)
{
    Transaction transaction;
    transaction.label = label;
    for (const ReferenceReplacement &replacement : chosen) {
        const ReferenceUse &use = replacement.use;
        transaction.changes.push_back(
            SetProperty{use.scope, use.key, use.path, Json(use.text), Json(replacement.after)});
    }
    return transaction;
}

} // namespace tessera::model
