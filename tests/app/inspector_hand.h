// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include <QString>

#include "designer/inspector/field_row.h"

class QComboBox;

namespace tessera::app {
class MainWindow;
}

namespace tessera::designer {
class FieldView;
class InspectorPanel;
} // namespace tessera::designer

namespace tessera::tests {

// Works the inspector as a person would, with keys and clicks on its editors: everything that must be there and is not,
// and everything the checks call an error, gets a value, until nothing is left to do. It knows no kind of element: what
// to enter follows from the type of the field alone, unless `forms` or `texts` say better.
class InspectorHand
{
public:
    explicit InspectorHand(app::MainWindow &window);

    // What to enter instead of the usual, by the end of the path ("/source" → the form's name; "/path/0" → the text).
    std::map<std::string, std::string> forms;
    std::map<std::string, QString> texts;
    QString favourite; // chosen from a list that offers it

    // Selects an element (or, with "", the workbook) and fills it. The messages of the errors that are left.
    QStringList fill(const std::string &key);
    // A click on the button that adds to the list at this path; the list must be shown.
    bool addTo(const std::string &path);
    bool enter(const std::string &path, const QString &text); // into the field at this path
    bool choose(const std::string &path, const std::string &form);

    int edits() const { return m_edits; }

private:
    designer::FieldView *view(const std::string &path) const;
    bool show(const std::string &path);
    designer::FieldView *nextTask() const;
    bool wants(const designer::FieldView &view) const;
    bool act(designer::FieldView &view);
    bool pick(QComboBox &box, int index);
    bool chooseForm(designer::FieldView &view, const std::string &form);
    QString textFor(const designer::FieldRow &row) const;
    int choiceFor(const designer::FieldRow &row, QComboBox &box);
    void settle();
    QStringList errors() const;

    app::MainWindow &m_window;
    designer::InspectorPanel *m_panel;
    std::string m_key;
    std::set<std::string> m_done; // paths that need no second try
    int m_columns = 0;            // column references chosen so far: each channel takes another
    int m_edits = 0;
};

} // namespace tessera::tests
