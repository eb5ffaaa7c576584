// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/resolver.h"

#include <algorithm>
#include <array>

namespace tessera::model {

namespace {

std::string loose(std::string fold)
{
    std::replace(fold.begin(), fold.end(), '_', ' ');
    return fold;
}

class Resolver
{
public:
    Resolver(const Reference &reference, const ElementFacts *owner, const TextSite &site, const NameLookup &lookup)
        : m_reference(reference)
        , m_owner(owner)
        , m_site(site)
        , m_lookup(lookup)
        , m_prefix(foldName(reference.prefix))
    {
    }

    Resolution run() const
    {
        if (m_site.scope == TextScope::SourceRows)
            return inRows(false);
        return m_reference.hasPrefix ? prefixed() : bare();
    }

    bool isDecidedBySource() const { return m_prefix != "metrics" && m_prefix != "selection" && throughSource(); }

private:
    Resolution bare() const
    {
        if (m_site.scope == TextScope::TargetRows)
            return inRows(true);
        Resolution found;
        const bool columns = m_owner && m_site.scope == TextScope::Element;
        const bool own = columns && findColumn(*m_owner, m_reference.name, found);
        const auto controls = m_lookup.byHandle(foldName(m_reference.name));
        if (controls.empty()) {
            found.meaning = own ? Meaning::OwnColumn
                            : columns && m_owner->hasOpenColumns() && m_owner->source->kind != FactsSource::None
                                ? Meaning::External
                                : Meaning::UnknownName;
            return found;
        }
        const auto shadows = [this](const FactsPtr &control) {
            return std::find(control->filters.begin(), control->filters.end(), m_owner->id) != control->filters.end();
        };
        found.ambiguous = own || controls.size() > 1;
        if (own && std::none_of(controls.begin(), controls.end(), shadows)) {
            found.meaning = Meaning::OwnColumn;
            return found;
        }
        found.meaning = Meaning::Control;
        found.element = controls.front();
        found.column.clear();
        return found;
    }

    // Columns of the table an effect changes or a join reads; controls may appear where `controls`.
    Resolution inRows(bool controls) const
    {
        Resolution found;
        const FactsPtr table = m_site.elementId.empty() ? nullptr : m_lookup.byId(m_site.elementId);
        if (table && findColumn(*table, m_reference.name, found)) {
            found.meaning = Meaning::Column;
            found.element = table;
            return found;
        }
        if (controls) {
            if (const auto matching = m_lookup.byHandle(foldName(m_reference.name)); !matching.empty()) {
                found.meaning = Meaning::Control;
                found.element = matching.front();
                return found;
            }
        }
        found.meaning = !table || table->hasOpenColumns() ? Meaning::External : Meaning::UnknownColumn;
        found.element = table;
        return found;
    }

    Resolution prefixed() const
    {
        if (m_prefix == "metrics")
            return {};
        if (m_prefix == "selection") {
            Resolution found;
            found.meaning = Meaning::Selection;
            if (m_owner)
                findColumn(*m_owner, m_reference.name, found);
            return found;
        }
        if (m_owner) {
            if (const auto own = throughSource(); own)
                return *own;
        }
        if (const auto named = m_lookup.byName(m_prefix); !named.empty())
            return inElement(named.front(), Meaning::Column, named.size() > 1);
        if (const auto card = cardElement())
            return inElement(card, Meaning::CardColumn, false);
        if (m_owner && hasOutsideNames(*m_owner->source))
            return {};
        Resolution unknown;
        unknown.meaning = Meaning::UnknownPrefix;
        return unknown;
    }

    std::optional<Resolution> throughSource() const
    {
        const SourceFacts &source = *m_owner->source;
        switch (source.kind) {
        case FactsSource::WarehouseTable:
            if (loose(foldName(source.prefix)) == loose(m_prefix))
                return Resolution{};
            break;
        case FactsSource::Sql:
            if (m_prefix == "custom sql")
                return Resolution{};
            break;
        case FactsSource::DataModel: // the model's element often has the name of the element that shows it
            if (m_owner->fold == m_prefix)
                return Resolution{};
            break;
        case FactsSource::Element:
        case FactsSource::Linked:
        case FactsSource::Transpose:
            return throughElement(source);
        case FactsSource::Join:
            for (const SourceLeg &leg : source.legs) {
                if (!leg.name.empty() && foldName(leg.name) == m_prefix)
                    return throughLeg(leg);
            }
            break;
        case FactsSource::Union:
            return throughUnion(source);
        case FactsSource::None:
        case FactsSource::Empty:
        case FactsSource::Other:
            break;
        }
        return std::nullopt;
    }

    std::optional<Resolution> throughElement(const SourceFacts &source) const
    {
        const FactsPtr element = source.elementId.empty() ? nullptr : m_lookup.byId(source.elementId);
        if (!element)
            return std::nullopt;
        if (element->fold.empty()) // its name is not in the document: any prefix that no other element has may be it
            return m_lookup.byName(m_prefix).empty() ? std::optional(Resolution{}) : std::nullopt;
        if (element->fold != m_prefix)
            return std::nullopt;
        return source.kind == FactsSource::Transpose ? Resolution{} : inElement(element, Meaning::Column, false);
    }

    Resolution throughLeg(const SourceLeg &leg) const
    {
        const FactsPtr element = leg.elementId.empty() ? nullptr : m_lookup.byId(leg.elementId);
        Resolution found = element ? inElement(element, Meaning::Column, false) : Resolution{};
        found.viaLeg = true;
        return found;
    }

    std::optional<Resolution> throughUnion(const SourceFacts &source) const
    {
        const bool implicit = m_prefix.starts_with("union of ") && m_prefix.ends_with(" sources");
        if (!implicit && (source.prefix.empty() || foldName(source.prefix) != m_prefix))
            return std::nullopt;
        Resolution found;
        found.viaLeg = true;
        // The outputs are all there is; how Sigma spells them (Order Id for ORDER_ID) varies.
        const auto named = [&](const std::string &output) { return lettersOf(output) == lettersOf(m_reference.name); };
        if (!source.outputs.empty() && std::none_of(source.outputs.begin(), source.outputs.end(), named))
            found.meaning = Meaning::UnknownColumn;
        return found;
    }

    FactsPtr cardElement() const
    {
        if (!m_prefix.ends_with(cardSuffix))
            return nullptr;
        const auto named = m_lookup.byName(m_prefix.substr(0, m_prefix.size() - cardSuffix.size()));
        return named.empty() ? nullptr : named.front();
    }

    static bool hasOutsideNames(const SourceFacts &source)
    {
        return source.kind == FactsSource::DataModel || source.kind == FactsSource::Other ||
               source.kind == FactsSource::Transpose || source.kind == FactsSource::Join;
    }

    Resolution inElement(const FactsPtr &element, Meaning meaning, bool ambiguous) const
    {
        Resolution found;
        found.element = element;
        found.ambiguous = ambiguous;
        found.meaning = meaning;
        if (findColumn(*element, m_reference.name, found))
            return found;
        const bool related = m_reference.name.find('/') != std::string::npos; // [Base/Relationship/Column]
        if (!element->hasOpenColumns() && !related)
            found.meaning = Meaning::UnknownColumn;
        return found;
    }

    static bool findColumn(const ElementFacts &element, const std::string &name, Resolution &found)
    {
        const ColumnFacts *column = element.columnByName(name);
        if (!column) {
            const std::string_view shorter = withoutTotal(name);
            if (shorter.size() == name.size() || !(column = element.columnByName(shorter)))
                return false;
            found.totals = true;
        }
        found.column = column->id;
        return true;
    }

    const Reference &m_reference;
    const ElementFacts *m_owner;
    const TextSite &m_site;
    const NameLookup &m_lookup;
    std::string m_prefix;
};

} // namespace

std::string_view withoutTotal(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> totals = {" (Row Total)", " (Parent Row Total)", " (Column Total)",
                                                               " (Parent Column Total)", " (Grand Total)"};
    for (const std::string_view total : totals) {
        if (name.size() > total.size() && foldName(name.substr(name.size() - total.size())) == foldName(total))
            return name.substr(0, name.size() - total.size());
    }
    return name;
}

std::string lettersOf(std::string_view name)
{
    std::string out;
    for (const char c : foldName(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            out.push_back(c);
    }
    return out;
}

Resolution resolveReference(const Reference &reference, const ElementFacts *owner, const TextSite &site,
                            const NameLookup &lookup)
{
    return Resolver(reference, owner, site, lookup).run();
}

bool isPrefixOfSource(const std::string &prefix, const ElementFacts &owner, const NameLookup &lookup)
{
    Reference reference;
    reference.hasPrefix = true;
    reference.prefix = prefix;
    return Resolver(reference, &owner, {}, lookup).isDecidedBySource();
}

} // namespace tessera::model
