// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "model/formula/call_site.h"

class QLabel;

namespace tessera::designer {

// What the function around the caret takes, the argument at hand in bold. Floats above the line; never takes the focus.
class FormulaTip : public QFrame
{
    Q_OBJECT

public:
    explicit FormulaTip(QWidget *editor);

    // `line`: the caret's line in global coordinates.
    void open(const model::formula::Function &function, int parameter, const QRect &line);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
};

// The signature as rich text; `parameter` stands out, -1: none.
QString signatureHtml(const model::formula::Function &function, int parameter = -1);
// "text or number, one of: year, month" of one parameter.
QString parameterWords(const model::formula::Parameter &parameter);

} // namespace tessera::designer
