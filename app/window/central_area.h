// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>
#include <QWidget>

#include "app/window/composition.h"
#include "model/change/change.h"

class QStackedWidget;
class QTabBar;

namespace tessera::designer {
class CanvasView;
class CodePane;
class EmptyState;
class FormulaBar;
class PreviewView;
class Session;
} // namespace tessera::designer

namespace tessera::app {

// The middle of the window: a tab per page, opened overlay, opened table of rows and graph of actions; or, instead of
// all of them, the workbook as code.
class CentralArea : public QWidget
{
    Q_OBJECT

public:
    // `original`: the file the workbook came from, asked for whenever it is needed.
    CentralArea(designer::Session &session, const Composition &composition,
                std::function<adapters::LoadedWorkbook()> original, QWidget *parent = nullptr);

    designer::CanvasView *canvas() { return m_canvas; }
    designer::CodePane *code(); // made on first use
    designer::FormulaBar *formulaBar() { return m_formula; }
    bool isCodeShown() const;
    bool isCanvasInFront() const; // a page, overlay or panel is shown as a canvas
    int tabCount() const { return static_cast<int>(m_tabs.size()); }

    void showCode(bool code);
    // Pages as their readers use them, or as they are designed; leaves the code.
    void showPreview(bool preview);
    bool isPreviewing() const { return m_previewing; }
    designer::PreviewView *preview(); // made on first use
    void openRows(const model::Key &table);
    // The file whose rows pages show while an input table has none; "" for none.
    void setShownRowFiles(std::function<QString(const model::Object &table)> file) { m_shownRowFile = std::move(file); }
    void openActions(model::Scope scope, const model::Key &host);
    void closeCurrent();
    void step(int by); // to the next or previous tab

Q_SIGNALS:
    void frontChanged();
    void notified(const QString &message);
    void addPageRequested();
    void formulaPanelRequested();

private:
    struct Tab
    {
        enum class Kind
        {
            Block,
            Rows,
            Actions,
        };
        Kind kind = Kind::Block;
        model::Scope scope = model::Scope::Page;
        model::Key key;
        QWidget *page = nullptr; // of rows and actions
    };

    void syncBlocks();
    void syncTitles();
    void bringBlock();
    void show(int index);
    int find(Tab::Kind kind, model::Scope scope, const model::Key &key) const;
    int insertTab(int index, Tab tab);
    void removeTab(int index);
    QWidget *blockView(); // canvas or preview
    void waitOverTab(const QPoint &screen);
    const model::Object *objectOf(const Tab &tab) const;

    designer::Session &m_session;
    const Composition &m_composition;
    std::function<QString(const model::Object &table)> m_shownRowFile;
    std::function<adapters::LoadedWorkbook()> m_original;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    designer::FormulaBar *m_formula;
    designer::CanvasView *m_canvas;
    designer::EmptyState *m_empty;
    designer::CodePane *m_code = nullptr;
    designer::PreviewView *m_preview = nullptr;
    bool m_previewing = false;
    QTimer m_tabDelay;
    int m_tabWaiting = -1; // tab a drag rests on
    QList<Tab> m_tabs;     // as in the bar
};

} // namespace tessera::app
