// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/rich_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace tessera::designer {

namespace {

// What all paragraphs of a text share.
struct Dress
{
    const PageTheme &theme;
    const TemplateValues &values;
    int &templates; // met so far
};

// Inline parts are read once from left to right; nothing inside a chip or a tag is read again.
class Inline
{
public:
    Inline(const QString &text, const Dress &dress) : m_text(text), m_theme(dress.theme), m_dress(dress) {}

    QString html()
    {
        while (m_at < m_text.size()) {
            if (!chip() && !tag() && !link() && !marks())
                m_out += QString(m_text.at(m_at++)).toHtmlEscaped();
        }
        while (!m_open.isEmpty())
            m_out += closing(m_open.takeLast());
        return m_out;
    }

private:
    static QString closing(const QString &mark)
    {
        return mark == u"**" ? QStringLiteral("</b>") : mark == u"*" ? QStringLiteral("</i>") : QStringLiteral("</s>");
    }

    bool chip()
    {
        if (!m_text.mid(m_at, 2).startsWith(u"{{"))
            return false;
        const auto end = m_text.indexOf(u"}}", m_at + 2);
        if (end < 0)
            return false;
        const auto [formula, format] = templateParts(m_text.mid(m_at + 2, end - m_at - 2));
        const int index = m_dress.templates++;
        if (const auto value = m_dress.values ? m_dress.values(index, format) : std::nullopt) {
            m_out += value->toHtmlEscaped();
            m_at = end + 2;
            return true;
        }
        m_out += QStringLiteral("<span style=\"background-color:%1;color:%2\">&nbsp;%3&nbsp;</span>")
                     .arg(m_theme.accentSoft.name(), m_theme.accent.name(), formula.toHtmlEscaped());
        m_at = end + 2;
        return true;
    }

    bool tag()
    {
        static const QRegularExpression known(QStringLiteral("^<(/?)(u|sub|sup|a|span|br|b|i|s|strong|em)\\b([^<>]*)>"),
                                              QRegularExpression::CaseInsensitiveOption);
        if (m_text.at(m_at) != u'<')
            return false;
        const auto match = known.match(m_text.mid(m_at, 400));
        if (!match.hasMatch())
            return false;
        const QString name = match.captured(2).toLower();
        if (!match.captured(1).isEmpty())
            m_out += QStringLiteral("</%1>").arg(name);
        else if (name == u"span")
            m_out += QStringLiteral("<span style=\"%1\">").arg(spanStyle(match.captured(3)));
        else if (name == u"a")
            m_out += QStringLiteral("<a href=\"#\" style=\"color:%1\">").arg(m_theme.accent.name());
        else
            m_out += QStringLiteral("<%1>").arg(name);
        m_at += match.capturedLength();
        return true;
    }

    static QString spanStyle(const QString &attributes)
    {
        static const QRegularExpression style(QStringLiteral("style\\s*=\\s*[\"']([^\"']*)[\"']"));
        QStringList kept;
        const QString text = style.match(attributes).captured(1);
        for (const QString &rule : text.split(u';', Qt::SkipEmptyParts)) {
            const QString name = rule.section(u':', 0, 0).trimmed().toLower();
            const QString value = rule.section(u':', 1).trimmed();
            static const QStringList allowed = {QStringLiteral("color"), QStringLiteral("background-color"),
                                                QStringLiteral("font-size"), QStringLiteral("font-family")};
            if (allowed.contains(name) && !value.contains(u'('))
                kept << name + u':' + value.toHtmlEscaped();
        }
        return kept.join(u';');
    }

    bool link()
    {
        if (m_text.at(m_at) != u'[')
            return false;
        static const QRegularExpression form(QStringLiteral("^\\[([^\\]]*)\\]\\(([^)]*)\\)"));
        const auto match = form.match(m_text.mid(m_at, 2000));
        if (!match.hasMatch())
            return false;
        m_out += QStringLiteral("<a href=\"#\" style=\"color:%1\">%2</a>")
                     .arg(m_theme.accent.name(), match.captured(1).toHtmlEscaped());
        m_at += match.capturedLength();
        return true;
    }

    bool marks()
    {
        for (const QString &mark :
             {QStringLiteral("**"), QStringLiteral("~~"), QStringLiteral("*"), QStringLiteral("_")}) {
            if (!m_text.mid(m_at, mark.size()).startsWith(mark))
                continue;
            const QString kind = mark == u"_" ? QStringLiteral("*") : mark;
            // An underscore inside a word is a letter; a mark opens only when it closes again.
            const bool inWord = mark == u"_" && m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber();
            if (m_open.contains(kind)) {
                m_out += closing(kind);
                m_open.removeAll(kind);
            } else if (!inWord && m_text.indexOf(mark, m_at + mark.size() + 1) > 0) {
                m_out += kind == u"**"  ? QStringLiteral("<b>")
                         : kind == u"*" ? QStringLiteral("<i>")
                                        : QStringLiteral("<s>");
                m_open << kind;
            } else {
                return false;
            }
            m_at += mark.size();
            return true;
        }
        return false;
    }

    const QString &m_text;
    const PageTheme &m_theme;
    const Dress &m_dress;
    qsizetype m_at = 0;
    QString m_out;
    QStringList m_open;
};

QString inlineHtml(const QString &text, const Dress &dress)
{
    return Inline(text, dress).html();
}

struct BlockStyle
{
    int pixels = 14;
    bool bold = false;
    QString align;
};

QString paragraph(const QString &text, const BlockStyle &style, const Dress &dress)
{
    return QStringLiteral(
               "<p style=\"margin-top:0;margin-bottom:%1px;%2\"><span style=\"font-size:%3px;%4\">%5</span></p>")
        .arg(style.pixels > 16 ? 6 : 4)
        .arg(style.align.isEmpty() ? QString() : QStringLiteral("text-align:%1").arg(style.align))
        .arg(style.pixels)
        .arg(style.bold ? QStringLiteral("font-weight:600") : QString(), inlineHtml(text, dress));
}

// `<p class="p-small" style="text-align: right">…</p>` on a line of its own.
bool sizedParagraph(const QString &line, const Dress &dress, QString &out)
{
    static const QRegularExpression form(QStringLiteral("^<p\\b([^>]*)>(.*?)(</p>)?$"),
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return false;
    const QString attributes = match.captured(1);
    BlockStyle style;
    if (attributes.contains(u"p-large"))
        style.pixels = 17;
    else if (attributes.contains(u"p-small"))
        style.pixels = 12;
    else if (attributes.contains(u"h-med"))
        style = {19, true, {}};
    else if (attributes.contains(u"h-small"))
        style = {16, true, {}};
    static const QRegularExpression align(QStringLiteral("text-align\\s*:\\s*(center|right|left)"));
    style.align = align.match(attributes).captured(1);
    out += paragraph(match.captured(2), style, dress);
    return true;
}

bool heading(const QString &line, const Dress &dress, QString &out)
{
    static const QRegularExpression form(QStringLiteral("^(#{1,3})\\s+(.*)$"));
    const auto match = form.match(line);
    if (!match.hasMatch())
        return false;
    const int sizes[] = {26, 20, 16};
    out += paragraph(match.captured(2), {sizes[match.capturedLength(1) - 1], true, {}}, dress);
    return true;
}

} // namespace

QString textBodyToHtml(const QString &body, const PageTheme &theme, const TemplateValues &values)
{
    int templates = 0;
    const Dress dress{theme, values, templates};
    static const QRegularExpression bullet(QStringLiteral("^\\s*[-*+]\\s+(.*)$"));
    static const QRegularExpression numbered(QStringLiteral("^\\s*(\\d+)[.)]\\s+(.*)$"));
    QString out;
    QString text;
    const auto flush = [&] {
        if (!text.isEmpty())
            out += paragraph(text, {}, dress);
        text.clear();
    };
    for (const QString &raw : body.left(100000).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty()) {
            flush();
            continue;
        }
        QString block;
        const auto item = bullet.match(raw);
        const auto number = numbered.match(raw);
        if (heading(line, dress, block) || sizedParagraph(line, dress, block)) {
            flush();
            out += block;
        } else if (item.hasMatch() || number.hasMatch()) {
            flush();
            const QString sign = item.hasMatch() ? QStringLiteral("•") : number.captured(1) + u'.';
            const QString words = item.hasMatch() ? item.captured(1) : number.captured(2);
            out += QStringLiteral("<p style=\"margin:0 0 2px 14px;text-indent:-12px\"><span "
                                  "style=\"font-size:14px\">%1&nbsp;%2</span></p>")
                       .arg(sign, inlineHtml(words, dress));
        } else {
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + line;
        }
    }
    flush();
    return out;
}

} // namespace tessera::designer
