// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/rename.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/change/apply.h"
#include "model/edit/property_edit.h"
#include "model/names/id_sites.h"
#include "model/names/json_read.h"
#include "model/names/references.h"
#include "model/names/text_edit.h"
#include "model/table/memory_row_store.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::Rename)
};

// What gets another name. Columns that have no name of their own show the name of what they pass through, so renaming
// one column may rename several.
struct Renamed
{
    enum What
    {
        Element,
        Column,
        Control,
    };
    What what = Element;
    Key key;
    std::set<std::pair<Key, std::string>> columns; // of elements, by id
    std::string oldName;
    std::string newName;
};

// A quick look before the careful one: a text that does not even contain the name cannot refer to it.
class Mentions
{
public:
    explicit Mentions(std::string_view name) : m_name(lowered(name))
    {
        m_sure = std::all_of(name.begin(), name.end(),
                             [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '[' && c != ']'; });
    }

    bool in(std::string_view text) const
    {
        if (!m_sure)
            return true;
        const auto same = [](char a, char b) { return lower(a) == b; };
        return std::search(text.begin(), text.end(), m_name.begin(), m_name.end(), same) != text.end();
    }

private:
    static char lower(char c) { return c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
    static std::string lowered(std::string_view text)
    {
        std::string result(text);
        std::transform(result.begin(), result.end(), result.begin(), lower);
        return result;
    }

    std::string m_name;
    bool m_sure = true;
};

bool meansColumn(const Resolution &found, const ElementFacts *owner, const Renamed &renamed)
{
    const bool column = found.meaning == Meaning::OwnColumn || found.meaning == Meaning::Selection ||
                        found.meaning == Meaning::Column || found.meaning == Meaning::CardColumn;
    return column && !found.column.empty() && renamed.columns.contains({columnHost(found, owner), found.column});
}

Json withName(const Json &present, const std::string &name)
{
    if (!present.is_object())
        return name;
    Json styled = present;
    styled["text"] = name;
    return styled;
}

class Renamer
{
public:
    Renamer(const Workbook &workbook, Renamed renamed)
        : m_workbook(workbook)
        , m_index(workbook)
        , m_renamed(std::move(renamed))
        , m_mentions(m_renamed.oldName)
    {
    }

    // `own`: the edit of the name itself.
    Result<Transaction> run(std::vector<Change> own)
    {
        if (m_renamed.what == Renamed::Column)
            followPassThrough();
        Transaction transaction;
        transaction.label = Texts::tr("Rename to “%1”").arg(toQString(m_renamed.newName));
        transaction.changes = std::move(own);
        rewriteTexts(transaction.changes);
        if (m_renamed.what == Renamed::Element)
            renameLegs(transaction.changes);
        if (m_renamed.what == Renamed::Control)
            renameHandles(transaction.changes);
        if (m_uses > 0 &&
            (m_renamed.newName.empty() || m_renamed.newName.find_first_not_of(' ') == std::string::npos)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("“%1” needs a name, because others refer to it.").arg(toQString(m_renamed.oldName)),
                        Texts::tr("Its title can be hidden; it still needs a name for formulas."));
        }
        if (auto kept = meaningsStay(transaction); !kept)
            return Unexpected(kept.error());
        return transaction;
    }

private:
    // Unnamed columns whose formula is nothing but a reference show the name of what they refer to.
    void followPassThrough()
    {
        for (bool grown = true; grown;) {
            grown = false;
            for (const Object &element : m_workbook.elements) {
                const FactsPtr facts = m_index.byKey(element.key());
                const Json &columns = items(element.body(), "columns");
                for (std::size_t i = 0; i < columns.size() && i < facts->columns.size(); ++i) {
                    const ColumnFacts &column = facts->columns[i];
                    if (column.named || column.fold != foldName(m_renamed.oldName) || column.id.empty() ||
                        m_renamed.columns.contains({facts->key, column.id}))
                        continue;
                    const std::string_view formula = textAt(columns[i], "formula");
                    const auto references = referencesIn(formula, TextLanguage::Formula);
                    TextSite site;
                    site.column = static_cast<int>(i);
                    if (references.size() == 1 &&
                        meansColumn(resolveReference(references[0].reference, facts.get(), site, m_index), facts.get(),
                                    m_renamed)) {
                        m_renamed.columns.insert({facts->key, column.id});
                        grown = true;
                    }
                }
            }
        }
    }

    bool concerns(const Reference &reference, const Resolution &found, const ElementFacts *owner) const
    {
        switch (m_renamed.what) {
        case Renamed::Element:
            if (!reference.hasPrefix || !meansElement(found, m_renamed.key))
                return false;
            return !found.viaLeg || (owner && m_legOwners.contains(owner->key));
        case Renamed::Column:
            return meansColumn(found, owner, m_renamed);
        case Renamed::Control:
            return found.meaning == Meaning::Control && found.element->key == m_renamed.key;
        }
        return false;
    }

    TextEdit editOf(std::string_view text, const TextReference &at, const Resolution &found) const
    {
        const std::string name = at.bare ? m_renamed.newName : escapeName(m_renamed.newName);
        if (m_renamed.what == Renamed::Element) {
            const bool card = found.meaning == Meaning::CardColumn;
            return {at.reference.prefixBytes, card ? name + std::string(cardSuffix) : name};
        }
        if (!found.totals)
            return {at.reference.nameBytes, name};
        const std::string_view written = at.reference.nameBytes.in(text);
        return {{at.reference.nameBytes.offset, withoutTotal(written).size()}, name};
    }

    void rewriteTexts(std::vector<Change> &changes)
    {
        if (m_renamed.what == Renamed::Element)
            findLegOwners();
        const Mentions fresh(m_renamed.newName);
        visitWorkbookTexts(
            m_workbook, m_index,
            [&](Scope scope, const Object *object, const ElementFacts *owner, const TextSite &site) {
                if (!m_mentions.in(site.text) && !fresh.in(site.text))
                    return;
                Watched watched{site, {}, owner ? owner->key : Key(), object ? object->key() : Key(), {}};
                std::vector<TextEdit> edits;
                for (const TextReference &at : referencesIn(site.text, site.language)) {
                    const Resolution found = resolveReference(at.reference, owner, site, m_index);
                    watched.meant.push_back(meantBy(found, owner));
                    if (concerns(at.reference, found, owner))
                        edits.push_back(editOf(site.text, at, found));
                }
                m_uses += static_cast<int>(edits.size());
                watched.after = edited(site.text, edits);
                if (watched.after != site.text)
                    changes.push_back(SetProperty{scope, watched.object, site.path, Json(std::string(site.text)),
                                                  Json(watched.after)});
                m_watched.push_back(std::move(watched));
            });
    }

    // Join legs that read the element under its own name: the name of the leg is the prefix, and follows.
    void findLegOwners()
    {
        const std::string old = foldName(m_renamed.oldName);
        for (const Object &element : m_workbook.elements) {
            const FactsPtr facts = m_index.byKey(element.key());
            const auto &legs = facts->source->legs;
            for (std::size_t i = 1; facts->source->kind == FactsSource::Join && i < legs.size(); ++i) {
                if (!legs[i].elementId.empty() && foldName(legs[i].name) == old && m_index.byId(legs[i].elementId) &&
                    m_index.byId(legs[i].elementId)->key == m_renamed.key)
                    m_legOwners.insert(facts->key);
            }
        }
    }

    void renameLegs(std::vector<Change> &changes) const
    {
        const std::string old = foldName(m_renamed.oldName);
        for (const Key &key : m_legOwners) {
            const Json &joins = items(child(m_workbook.element(key)->body(), "source"), "joins");
            for (std::size_t i = 0; i < joins.size(); ++i) {
                const std::string elementId = stringMember(child(joins[i], "right"), "elementId");
                const FactsPtr element = m_index.byId(elementId);
                const std::string name = stringMember(joins[i], "name");
                if (element && element->key == m_renamed.key && foldName(name) == old && name != m_renamed.newName)
                    changes.push_back(SetProperty{Scope::Element, key, "/source/joins/" + std::to_string(i) + "/name",
                                                  Json(name), Json(m_renamed.newName)});
            }
        }
    }

    void renameHandles(std::vector<Change> &changes)
    {
        const auto rewrite = [&](Scope scope, const Key &key, const Json &body, std::string_view kind) {
            visitIdSites(body, kind, [&](const IdSite &site) {
                if (site.kind != IdKind::Control || site.id != m_renamed.oldName)
                    return;
                ++m_uses;
                if (site.id != m_renamed.newName)
                    changes.push_back(
                        SetProperty{scope, key, site.path, Json(std::string(site.id)), Json(m_renamed.newName)});
            });
        };
        for (const Object &element : m_workbook.elements) {
            rewrite(Scope::Element, element.key(), element.body(), element.kind());
            const FactsPtr facts = m_index.byKey(element.key());
            if (facts->controlType == "synced" && facts->handle == m_renamed.oldName && facts->key != m_renamed.key &&
                facts->handle != m_renamed.newName)
                changes.push_back(SetProperty{Scope::Element, facts->key, "/controlId", Json(facts->handle),
                                              Json(m_renamed.newName)});
        }
        for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
            for (const Object &object : m_workbook.list(collection))
                rewrite(scopeOf(collection), object.key(), object.body(), {});
        }
        rewrite(Scope::Contents, {}, m_workbook.contents, {});
    }

    struct Meant
    {
        Meaning meaning = Meaning::External;
        Key key;
        std::string column;
        bool ambiguous = false;
        bool operator==(const Meant &) const = default;
    };

    // A text that the old or the new name could concern, and what its references mean now.
    struct Watched
    {
        TextSite site;
        std::string after; // its text after the edit
        Key owner;
        Key object;
        std::vector<Meant> meant;
    };

    static Meant meantBy(const Resolution &found, const ElementFacts *owner)
    {
        return {found.meaning, columnHost(found, owner), found.column, found.ambiguous};
    }

    // The index after the edit: names, ids and columns of only a few elements have changed.
    Result<NameIndex> indexAfter(const Transaction &transaction, Workbook &after) const
    {
        MemoryRowStore rows;
        if (auto done = apply(after, rows, transaction); !done)
            return Unexpected(done.error());
        NameIndex index = m_index;
        for (const Change &change : transaction.changes) {
            const auto *set = std::get_if<SetProperty>(&change);
            if (set && set->scope == Scope::Element)
                index.refresh(after, set->key);
        }
        return index;
    }

    Result<void> meaningsStay(const Transaction &transaction) const
    {
        Workbook after = m_workbook;
        const auto index = indexAfter(transaction, after);
        if (!index)
            return Unexpected(index.error());
        for (const Watched &watched : m_watched) {
            const FactsPtr owner = watched.owner.empty() ? nullptr : index->byKey(watched.owner);
            TextSite site = watched.site;
            site.text = watched.after;
            std::vector<Meant> meant;
            for (const TextReference &at : referencesIn(site.text, site.language))
                meant.push_back(meantBy(resolveReference(at.reference, owner.get(), site, *index), owner.get()));
            if (meant != watched.meant)
                return clash(watched);
        }
        return {};
    }

    Unexpected clash(const Watched &watched) const
    {
        Location where;
        where.object = watched.object;
        where.pointer = watched.site.path;
        return fail(ErrorCode::Conflict,
                    Texts::tr("“%1” cannot be renamed to “%2”: a formula of “%3” would then mean something else.")
                        .arg(toQString(m_renamed.oldName), toQString(m_renamed.newName), toQString(watched.object)),
                    Texts::tr("The name is taken, or has a sign that formulas cannot carry. Choose another one."),
                    where);
    }

    const Workbook &m_workbook;
    NameIndex m_index;
    Renamed m_renamed;
    Mentions m_mentions;
    std::set<Key> m_legOwners;
    std::vector<Watched> m_watched;
    int m_uses = 0;
};

Unexpected notFound(const Key &key)
{
    return fail(ErrorCode::NotFound, Texts::tr("“%1” no longer exists.").arg(toQString(key)));
}

Result<Transaction> plainEdit(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                              const std::string &value)
{
    Transaction transaction;
    transaction.label = Texts::tr("Rename to “%1”").arg(toQString(value));
    transaction.changes = setProperty(workbook, scope, key, path, Json(value));
    return transaction;
}

// The index in "/columns/3/name"; -1 for other paths.
int columnIndex(std::string_view path, std::string_view list, std::string_view last)
{
    if (!path.starts_with(list) || !path.ends_with(last) || path.size() <= list.size() + last.size())
        return -1;
    int index = -1;
    const char *to = path.data() + path.size() - last.size();
    return std::from_chars(path.data() + list.size(), to, index).ptr == to ? index : -1;
}

Result<Transaction> renameColumnAt(const Workbook &workbook, const Object &element, int index,
                                   const std::string &newName)
{
    const Json &columns = items(element.body(), "columns");
    const ElementFacts facts = readFacts(element);
    if (index < 0 || index >= static_cast<int>(facts.columns.size()))
        return notFound(element.key());
    const ColumnFacts &column = facts.columns[static_cast<std::size_t>(index)];
    const std::string path = "/columns/" + std::to_string(index) + "/name";
    for (const ColumnFacts &other : facts.columns) {
        if (&other != &column && !newName.empty() && other.fold == foldName(newName))
            return fail(
                ErrorCode::Conflict,
                Texts::tr("“%1” already has a column “%2”.").arg(toQString(element.name()), toQString(other.name)),
                Texts::tr("Columns of one element need different names."));
    }
    const Json &present = child(columns[static_cast<std::size_t>(index)], "name");
    auto own = setProperty(workbook, Scope::Element, element.key(), path, withName(present, newName));
    if (column.id.empty() || column.name.empty())
        return plainEdit(workbook, Scope::Element, element.key(), path, newName);
    Renamed renamed{Renamed::Column, element.key(), {{element.key(), column.id}}, column.name, newName};
    return Renamer(workbook, std::move(renamed)).run(std::move(own));
}

Result<Transaction> renameControl(const Workbook &workbook, const Object &control, const std::string &newName)
{
    const std::string old = stringMember(control.body(), "controlId");
    if (newName.empty())
        return fail(ErrorCode::Invalid, Texts::tr("A control needs an id that formulas can use."));
    if (old.empty() || textAt(control.body(), "controlType") == "synced")
        return plainEdit(workbook, Scope::Element, control.key(), "/controlId", newName);
    const NameIndex index(workbook);
    for (const FactsPtr &other : index.byHandle(foldName(newName))) {
        if (other->key != control.key())
            return fail(ErrorCode::Conflict, Texts::tr("Another control has the id “%1”.").arg(toQString(newName)),
                        Texts::tr("Formulas name controls by this id, so each needs its own."));
    }
    auto own = setProperty(workbook, Scope::Element, control.key(), "/controlId", Json(newName));
    return Renamer(workbook, {Renamed::Control, control.key(), {}, old, newName}).run(std::move(own));
}

} // namespace

Result<Transaction> makeRenameElement(const Workbook &workbook, const Key &key, const std::string &newName)
{
    const Object *element = workbook.element(key);
    if (!element)
        return notFound(key);
    const Json &present = child(element->body(), "name");
    auto own = setProperty(workbook, Scope::Element, key, "/name", withName(present, newName));
    if (element->name().empty())
        return plainEdit(workbook, Scope::Element, key, "/name", newName);
    return Renamer(workbook, {Renamed::Element, key, {}, element->name(), newName}).run(std::move(own));
}

Result<Transaction> makeRenameColumn(const Workbook &workbook, const Key &key, const std::string &columnId,
                                     const std::string &newName)
{
    const Object *element = workbook.element(key);
    if (!element)
        return notFound(key);
    const Json &columns = items(element->body(), "columns");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (textAt(columns[i], "id") == columnId)
            return renameColumnAt(workbook, *element, static_cast<int>(i), newName);
    }
    return notFound(columnId);
}

Result<Transaction> makeRename(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                               const std::string &newName)
{
    if (!propertyTree(workbook, scope, key))
        return notFound(key);
    if (scope == Scope::Element) {
        const Object &element = *workbook.element(key);
        if (path == "/name" || path == "/name/text")
            return makeRenameElement(workbook, key, newName);
        if (path == "/controlId" && element.kind() == "control")
            return renameControl(workbook, element, newName);
        const int column =
            std::max(columnIndex(path, "/columns/", "/name"), columnIndex(path, "/columns/", "/name/text"));
        if (column >= 0)
            return renameColumnAt(workbook, element, column, newName);
    }
    return plainEdit(workbook, scope, key, path, newName);
}

} // namespace tessera::model
