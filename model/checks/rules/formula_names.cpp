// SPDX-License-Identifier: GPL-3.0-or-later
// What the names in a formula, dynamic text or statement mean.
// Source: Sigma's sources and formulas, prefix per source and checker minimum; controls, reading values.
#include <algorithm>
#include <set>

#include "model/checks/rules/formula_reach.h"
#include "model/checks/rules/formula_sites.h"
#include "model/formula/function_catalogue.h"
#include "model/formula/template_scanner.h"
#include "model/names/resolver.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

constexpr std::size_t mostHandles = 300; // more controls are too many to look for one with a similar name

class NameCheck
{
public:
    NameCheck(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site)
        : m_context(context)
        , m_label(label)
        , m_owner(owner)
        , m_site(site)
    {
    }

    void run()
    {
        std::set<std::string> seen;
        for (const TextReference &at : referencesIn(m_site.text, m_site.language)) {
            const Resolution found = resolveReference(at.reference, m_owner, m_site, m_context);
            const std::string written =
                at.reference.hasPrefix ? at.reference.prefix + '/' + at.reference.name : at.reference.name;
            const QString shown = inQuotes('[' + written + ']');
            if (seen.insert(written).second)
                report(found, at, shown);
            if (reachesTooFar(at, found, m_site, m_owner) && seen.insert('[' + written).second)
                unrelated(found, at, shown);
        }
    }

private:
    void report(const Resolution &found, const TextReference &at, const QString &shown)
    {
        switch (found.meaning) {
        case Meaning::UnknownColumn:
            unknownColumn(found, at, shown);
            return;
        case Meaning::UnknownPrefix:
            unknownPrefix(at, shown);
            return;
        case Meaning::UnknownName:
            unknownName(at, shown);
            return;
        case Meaning::CardColumn:
            m_context.report("formula.card-binding", m_site.path,
                             RuleText::tr("%1 reads the row of a repeated card.").arg(m_label),
                             RuleText::tr("Sigma returns this form but rejects it when sent. Keep the binding to "
                                          "Sigma, or use single containers."));
            return;
        case Meaning::Control:
            if (found.element->controlType == "list" && m_owner && m_owner->kind == "text" && isWhole(at))
                m_context.report(
                    "formula.list-in-text", m_site.path,
                    RuleText::tr("%1 shows a list control, which texts cannot write.").arg(m_label),
                    RuleText::tr(
                        "It renders “Invalid Query”. A segmented control works; for a list compute a text first."));
            break;
        default:
            break;
        }
        if (found.ambiguous && found.meaning == Meaning::Column)
            m_context.report("formula.ambiguous", m_site.path,
                             RuleText::tr("%1: %2 could mean several elements.").arg(m_label, shown),
                             RuleText::tr("Give the elements different names."));
    }

    void unknownColumn(const Resolution &found, const TextReference &at, const QString &shown)
    {
        const std::vector<std::string> names = found.element ? columnNames(*found.element)
                                               : m_owner     ? m_owner->source->outputs
                                                             : std::vector<std::string>();
        const std::string near = nearest(at.reference.name, names);
        m_context
            .report("formula.unknown-column", m_site.path,
                    RuleText::tr("%1: %2 names no column of %3.")
                        .arg(m_label, shown, found.element ? labelOf(*found.element) : RuleText::tr("the union")),
                    didYouMean(near))
            .fix = replaceName(at, false, near);
    }

    // A column of an element that is neither the owner nor its source.
    void unrelated(const Resolution &found, const TextReference &at, const QString &shown)
    {
        const std::string &sourceId = m_owner->source->elementId;
        const FactsPtr source = sourceId.empty() ? nullptr : m_context.byId(sourceId);
        if (!source && !sourceId.empty()) // that it is gone is told where it is named
            return;
        Diagnostic &finding = m_context.report(
            "formula.unrelated-element", m_site.path,
            RuleText::tr("%1: %2 is a column of %3, which is not the source.")
                .arg(m_label, shown, labelOf(*found.element)),
            RuleText::tr(
                "Formulas see the columns of their source, and other elements only within Lookup(…) and Rollup(…)."));
        const auto all = referencesIn(m_site.text, m_site.language);
        const bool everywhere = std::all_of(all.begin(), all.end(), [&](const TextReference &other) {
            return !isSame(other, at) || reachesTooFar(other, found, m_site, m_owner);
        });
        if (everywhere && source && !source->name.empty() && source->columnByName(at.reference.name))
            finding.fix = replaceName(at, true, source->name);
    }

    void unknownPrefix(const TextReference &at, const QString &shown)
    {
        const FactsPtr byId = m_context.byId(at.reference.prefix);
        const bool id = byId && !byId->name.empty();
        const std::string meant = id ? byId->name : nearest(at.reference.prefix, ownPrefixes());
        const QString hint =
            id              ? RuleText::tr("Formulas use names, not ids: write [%1/…].").arg(toQString(byId->name))
            : meant.empty() ? RuleText::tr("Before the slash stands the name of the source, or of another element.")
                            : didYouMean(meant);
        m_context
            .report("formula.unknown-prefix", m_site.path,
                    RuleText::tr("%1: %2 names no element or source.").arg(m_label, shown), hint)
            .fix = replaceName(at, true, meant);
    }

    void unknownName(const TextReference &at, const QString &shown)
    {
        const FactsPtr byId = m_context.byId(at.reference.name);
        const bool id = byId && !byId->handle.empty();
        const std::string meant = id ? byId->handle : nearest(at.reference.name, bareNames());
        const QString hint =
            id               ? RuleText::tr("Controls are named by controlId: write [%1].").arg(toQString(byId->handle))
            : !meant.empty() ? didYouMean(meant)
            : m_owner && m_owner->source->kind != FactsSource::None && m_site.scope == TextScope::Element
                ? RuleText::tr("A column of the source needs its prefix: [Source/Column].")
                : QString();
        m_context
            .report(m_site.language == TextLanguage::Sql ? "formula.sql-handle" : "formula.unknown-name", m_site.path,
                    RuleText::tr("%1: %2 is neither a column here nor a control.").arg(m_label, shown), hint)
            .fix = replaceName(at, false, meant);
    }

    // {{[Control]}} and nothing else.
    bool isWhole(const TextReference &at) const
    {
        for (const TemplatePart &part : scanTemplates(m_site.text)) {
            if (part.formula.offset + 1 == at.reference.nameBytes.offset &&
                part.formula.length == at.reference.nameBytes.length + 2)
                return true;
        }
        return false;
    }

    static std::vector<std::string> columnNames(const ElementFacts &element)
    {
        std::vector<std::string> names;
        for (const ColumnFacts &column : element.columns) {
            if (!column.name.empty())
                names.push_back(column.name);
        }
        return names;
    }

    // Names a reference without a prefix may mean here.
    std::vector<std::string> bareNames() const
    {
        std::vector<std::string> names = m_context.handles();
        if (names.size() > mostHandles)
            names.clear();
        if (m_owner && m_site.scope == TextScope::Element && m_site.language != TextLanguage::Sql) {
            const auto own = columnNames(*m_owner);
            names.insert(names.end(), own.begin(), own.end());
        }
        return names;
    }

    // How formulas of the owner call what it reads.
    std::vector<std::string> ownPrefixes() const
    {
        std::vector<std::string> names;
        if (!m_owner)
            return names;
        const SourceFacts &source = *m_owner->source;
        if (!source.elementId.empty()) {
            if (const FactsPtr element = m_context.byId(source.elementId))
                names.push_back(element->name);
        }
        if (source.kind == FactsSource::Sql)
            names.push_back("Custom SQL");
        if (!source.prefix.empty())
            names.push_back(source.prefix);
        for (const SourceLeg &leg : source.legs)
            names.push_back(leg.name);
        return names;
    }

    // The one name that is likely meant, "" when none is near, or it is the same.
    static std::string nearest(const std::string &name, std::vector<std::string> names)
    {
        std::erase(names, std::string());
        const auto likely = formula::nearestNames(name, names, 1);
        return likely.empty() || likely.front() == name ? std::string() : likely.front();
    }

    static QString didYouMean(const std::string &name)
    {
        return name.empty() ? QString() : RuleText::tr("Did you mean %1?").arg(inQuotes(name));
    }

    static bool isSame(const TextReference &one, const TextReference &other)
    {
        return one.reference.hasPrefix == other.reference.hasPrefix && one.reference.prefix == other.reference.prefix &&
               one.reference.name == other.reference.name;
    }

    // The same reference may stand in the text several times: all of them say the other name afterwards.
    std::optional<QuickFix> replaceName(const TextReference &wrong, bool prefix, const std::string &after) const
    {
        if (after.empty())
            return std::nullopt;
        std::vector<TextEdit> edits;
        for (const TextReference &at : referencesIn(m_site.text, m_site.language)) {
            if (isSame(at, wrong))
                edits.push_back(
                    {prefix ? at.reference.prefixBytes : at.reference.nameBytes, at.bare ? after : escapeName(after)});
        }
        const std::string &before = prefix ? wrong.reference.prefix : wrong.reference.name;
        return textFix(RuleText::tr("Change %1 to %2").arg(inQuotes(before), inQuotes(after)), m_context, m_site,
                       edited(m_site.text, edits));
    }

    CheckContext &m_context;
    const QString &m_label;
    const ElementFacts *m_owner;
    const TextSite &m_site;
};

} // namespace

void checkFormulaNames(CheckContext &context, const QString &label, const ElementFacts *owner, const TextSite &site)
{
    NameCheck(context, label, owner, site).run();
}

} // namespace tessera::model
