// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QObject>
#include <QPoint>

#include "designer/session/selection.h"
#include "model/change/document.h"
#include "model/checks/diagnostic.h"
#include "model/names/name_lookup.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

class FormulaDesk;
class LiveData;
class LivePictures;

// One open workbook as the views share it: the document, what is selected, which block is in front, what is wrong.
// Views hold a Session and nothing of each other.
class Session : public QObject
{
    Q_OBJECT

public:
    // `document` and `catalogue` outlive the session.
    Session(model::Document &document, const model::Catalogue &catalogue, QObject *parent = nullptr);

    model::Document &document() { return m_document; }
    const model::Workbook &workbook() const { return m_document.workbook(); }
    const model::Catalogue &catalogue() const { return m_catalogue; }
    Selection &selection() { return m_selection; }
    FormulaDesk &formulas(); // what formula editors share; made on first use
    // How names find elements, in step with the document. A cheap copy may be taken to a worker.
    const model::NameIndex &names();

    // The page, overlay or panel in front, by wire id; "" when there is none.
    const std::string &currentBlock() const { return m_block; }
    void setCurrentBlock(const std::string &id);

    // Applies and reports a refusal through `refused`. Returns whether it was applied.
    bool commit(model::Transaction transaction);
    bool commit(model::Result<model::Transaction> transaction);
    bool commit(const QString &label, std::vector<model::Change> changes, std::string gesture = {});

    // The rows behind the elements; null: sketches only. Not owned.
    LiveData *data() const { return m_data; }
    void setData(LiveData *data);
    // The pictures of web addresses; null: none are looked for. Not owned; set before the first view.
    LivePictures *pictures() const { return m_pictures; }
    void setPictures(LivePictures *pictures) { m_pictures = pictures; }

    const QList<model::Diagnostic> &diagnostics() const { return m_diagnostics; }
    void setDiagnostics(QList<model::Diagnostic> diagnostics);

    // Selects the thing, brings its block to the front and lets views scroll to it.
    void reveal(const model::Target &target);

Q_SIGNALS:
    void currentBlockChanged();
    void diagnosticsChanged();
    void dataChanged(); // another `data`, or none
    void refused(const tessera::model::Error &error);
    void revealed(const tessera::model::Target &target);
    // Ask the window to open a tab of its own for an element: its rows, or its actions as a graph.
    void openRowsRequested(const tessera::model::Key &element);
    void openActionsRequested(tessera::model::Scope scope, const tessera::model::Key &object);
    // Ask the window for the menu of an element, or of the column of it that the path leads to. `at`: on the screen.
    void menuRequested(const QPoint &at, const tessera::model::Target &target);
    // Ask the window for the formula editor at a place.
    void formulaRequested(const tessera::model::Target &place);

private:
    void follow(const model::ChangeSet &changes);

    model::Document &m_document;
    const model::Catalogue &m_catalogue;
    Selection m_selection;
    std::string m_block;
    LiveData *m_data = nullptr;
    LivePictures *m_pictures = nullptr;
    QList<model::Diagnostic> m_diagnostics;
    FormulaDesk *m_formulas = nullptr; // a child
    std::optional<model::NameIndex> m_names;
};

} // namespace tessera::designer
