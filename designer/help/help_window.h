// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "model/schema/catalogue.h"

namespace tessera::designer {

// The help: contents with a filter on the left, the page on the right, back and forward. Not modal: it stays beside the
// work. Escape closes it.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    // `catalogue` outlives the window.
    explicit HelpWindow(const model::Catalogue &catalogue, QWidget *parent = nullptr);
    ~HelpWindow() override;

    // Shows a page and the place in it: the key of a field, the id of a rule, a heading. An unknown page shows the
    // contents.
    void showPage(const QString &page, const QString &place = {});

    QString currentPage() const; // "elements/bar-chart"
    QString shownPlace() const;  // the text of the line that `showPage` scrolled to; "" for none

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tessera::designer
