// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "designer/inspector/field_row.h"
#include "designer/session/session.h"
#include "model/names/reference_candidates.h"
#include "model/schema/element_reference.h"

namespace tessera::designer {

class FormulaDesk;

// What the inspector shows and does, without widgets: rows for the selection, read from the catalogue, and their edits.
// Rows are made on demand and always from the present state; there is nothing to keep in step.
class InspectorModel
{
public:
    struct Group
    {
        const model::GroupSpec *spec = nullptr;
        std::vector<FieldRow> rows;
    };

    explicit InspectorModel(Session &session) : m_session(session) { follow(); }

    void follow(); // reads the selection; nothing selected: the workbook itself
    void readProblems();

    FormulaDesk &formulas() const;
    model::Target placeOf(const FieldRow &row) const; // in the first selected object

    bool isWorkbook() const { return m_spaces.size() > 1; }
    int count() const; // selected objects; 1 for the workbook
    QString title() const;
    QString kindLabel() const;
    QString iconName() const;
    model::HelpPlace helpPlace(const FieldRow &row) const; // where the reference speaks of it

    // The tabs that have something to show, in order.
    QList<model::InspectorTab> tabs() const;
    std::vector<Group> groups(model::InspectorTab tab) const;
    // Rows of every tab whose label, key or help has the words; the tab is not asked.
    std::vector<FieldRow> search(const QString &text) const;
    std::vector<FieldRow> children(const FieldRow &row) const;
    std::optional<FieldRow> rowAt(int space, const std::string &path) const; // the same row with present values
    // The top-level row a path leads into and its tab; none when no row does.
    std::optional<std::pair<FieldRow, model::InspectorTab>> topRow(const std::string &path) const;

    std::vector<model::ReferenceCandidate> candidates(const FieldRow &row) const;
    std::optional<model::ReferenceCandidate> candidate(const FieldRow &row,
                                                       const model::Json &value) const; // none: not one of them
    std::vector<model::ReferenceCandidate> keyCandidates(const FieldRow &map) const;    // keys a map still may get

    // Edits: one transaction on every selected object; a value equal to the present one does nothing.
    bool setValue(const FieldRow &row, const std::optional<model::Json> &value);
    bool reset(const FieldRow &row) { return setValue(row, std::nullopt); }
    bool addItem(const FieldRow &list, const std::optional<model::Json> &item = {});
    bool removeItem(const FieldRow &item);
    bool moveItem(const FieldRow &item, int to);
    bool addEntry(const FieldRow &map, const std::string &key);
    bool setVariant(const FieldRow &row, const model::VariantSpec &variant);

private:
    struct Space
    {
        const model::KindSpec *kind = nullptr; // null: unknown kind
        std::vector<InspectedObject> objects;
    };

    static std::string problemKey(int space, std::string_view path);
    static bool isWorse(model::Severity a, model::Severity b);

    const model::Json *body(const InspectedObject &object) const;
    const model::Json *firstBody(int space) const
    {
        return body(m_spaces[static_cast<std::size_t>(space)].objects.front());
    }
    void fillValues(FieldRow &row) const;
    void fillForm(FieldRow &row) const;
    void fillProblem(FieldRow &row) const;
    QString summaryOf(const FieldRow &row) const;
    QString referenceSummary(const FieldRow &row) const;
    FieldRow fieldRow(int space, const std::string &object, const model::PropertySpec &property) const;
    FieldRow itemRow(const FieldRow &list, int index) const;
    FieldRow entryRow(const FieldRow &map, const std::string &key) const;
    FieldRow unknownRow(int space, const std::string &object, const std::string &key) const;
    void addFields(std::vector<FieldRow> &rows, int space, const std::string &object, const model::TypeSpec &type,
                   const std::string &without) const;
    std::vector<FieldRow> topRows(int space) const;
    bool isShared(const model::PropertySpec &property, int space) const;
    QString itemLabel(const FieldRow &item) const;
    std::optional<FieldRow> missingHolder(const FieldRow &row) const;
    model::Json holderWith(const FieldRow &holder, const FieldRow &row, const model::Json &value) const;
    bool setText(const FieldRow &row, const std::string &text, const QString &label);
    std::string gestureOf(const FieldRow &row) const;
    bool commit(const QString &label, const FieldRow &row,
                const std::function<std::vector<model::Change>(const InspectedObject &)> &changes, bool merges = false);

    Session &m_session;
    std::vector<Space> m_spaces;
    QHash<std::string, const model::Diagnostic *> m_problems; // by space and path, worst first
};

} // namespace tessera::designer
