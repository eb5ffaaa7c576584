// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/formula_tip.h"

#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "designer/formula/completion_popup.h"
#include "designer/style/theme.h"
#include "model/base/text.h"

namespace tessera::designer {

using namespace model::formula;

QString signatureHtml(const Function &function, int parameter)
{
    QString html;
    for (const SignaturePart &part : signatureParts(function)) {
        const QString text = model::toQString(part.text).toHtmlEscaped();
        html +=
            part.parameter >= 0 && part.parameter == parameter ? QStringLiteral("<b><u>%1</u></b>").arg(text) : text;
    }
    return html;
}

QString parameterWords(const Parameter &parameter)
{
    QStringList types;
    for (const ValueType type : parameter.types) {
        const QString word = typeWord(type);
        if (!word.isEmpty())
            types << word;
    }
    QString words = parameter.aggregate ? FormulaTip::tr("an aggregate") : types.join(FormulaTip::tr(" or "));
    if (words.isEmpty())
        words = parameter.types.empty() ? FormulaTip::tr("same type as the others") : FormulaTip::tr("any type");
    if (!parameter.choices.empty()) {
        QStringList choices;
        for (const std::string &choice : parameter.choices)
            choices << model::toQString(choice);
        words += FormulaTip::tr(", one of: %1").arg(choices.join(QStringLiteral(", ")));
    }
    if (!parameter.defaultText.empty())
        words += FormulaTip::tr("; %1 when left out").arg(model::toQString(parameter.defaultText));
    return words;
}

FormulaTip::FormulaTip(QWidget *editor) : QFrame(editor, Qt::ToolTip), m_label(new QLabel(this))
{
    setObjectName(QStringLiteral("callTip"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::xs + 1, space::s, space::xs + 1);
    layout->addWidget(m_label);
}

void FormulaTip::open(const Function &function, int parameter, const QRect &line)
{
    const Tokens &t = tokensOf(palette());
    QString html = QStringLiteral("<span style='font-family:\"%1\"'>%2</span>")
                       .arg(monospaceFont().family(), signatureHtml(function, parameter));
    if (parameter >= 0) {
        const Parameter &at = function.parameters[static_cast<std::size_t>(parameter)];
        html += QStringLiteral("<br><span style='color:%1'>%2: %3</span>")
                    .arg(t.text2.name(), model::toQString(at.name).toHtmlEscaped(), parameterWords(at).toHtmlEscaped());
    } else if (!function.parameters.empty()) {
        html += QStringLiteral("<br><span style='color:%1'>%2</span>")
                    .arg(t.danger.name(), tr("No further argument is taken."));
    }
    m_label->setText(html);
    m_label->setStyleSheet(QStringLiteral("font-size: %1px;").arg(size::caption));
    constexpr int widest = 460; // px
    m_label->setWordWrap(false);
    if (m_label->sizeHint().width() > widest) {
        m_label->setWordWrap(true);
        m_label->setFixedWidth(widest);
    } else {
        m_label->setFixedWidth(m_label->sizeHint().width());
    }
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int above = line.top() - space::xs - height();
    const int x = std::clamp(line.left(), room.left(), std::max(room.left(), room.right() - width()));
    move(x, above >= room.top() ? above : line.bottom() + space::xs);
    show();
    raise();
}

QString FormulaTip::text() const
{
    return m_label->text();
}

void FormulaTip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.setPen(t.lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tessera::designer
