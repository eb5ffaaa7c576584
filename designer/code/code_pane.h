// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QWidget>

#include "model/checks/diagnostic.h"

class QLabel;
class QsciScintilla;
class QTimer;

namespace tessera::designer {

class Banner;
class Session;

// What the pane needs of the file formats; the window hands it in, because formats live outside the designer.
struct CodeSource
{
    struct Text
    {
        std::string text;
        // 1-based line of a thing in `text`, 0 where it cannot be told.
        std::function<int(const model::Target &)> lineOf;
    };
    // Gives what writes the workbook as text: the text of its own file, kept current, so that comments and order stay.
    // Asked for on the interface thread; what it gives runs off it, on a snapshot.
    std::function<std::function<Text(const model::Workbook &)>()> writer;
    // The workbook a changed text stands for. Without it the pane only shows.
    std::function<model::Result<model::Workbook>(const std::string &)> read;
};

// The workbook as its YAML text, in step with the document; the selected element's lines are marked and in sight.
// While the text is being edited the pane stops following, until the changes are applied or dropped.
class CodePane : public QWidget
{
    Q_OBJECT

public:
    CodePane(Session &session, CodeSource source, QWidget *parent = nullptr);
    ~CodePane() override;

    std::string text() const;
    bool isEdited() const { return m_edited; }
    // Puts the text's changes into the document as one step. Errors go to Session::refused.
    bool applyEdits();
    void dropEdits();

Q_SIGNALS:
    void shown(); // the text was brought up to date

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildBar();
    void restyle();
    void refreshSoon();
    void refresh();
    void take(CodeSource::Text text);
    void follow();
    void setEdited(bool edited);

    Session &m_session;
    CodeSource m_source;
    QsciScintilla *m_editor;
    QTimer *m_timer;
    QWidget *m_bar = nullptr;
    QLabel *m_status = nullptr;
    CodeSource::Text m_shown;
    quint64 m_generation = 0; // of the text asked for last; older answers are dropped
    bool m_stale = true;
    bool m_edited = false;
    bool m_taking = false;
};

} // namespace tessera::designer
