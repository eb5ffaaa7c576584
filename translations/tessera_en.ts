<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manual step(s)</source>
        <translation>
            <numerusform>%n manual step</numerusform>
            <numerusform>%n manual steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s)</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of the catalogue are not listed in the document and stay as they are; --all shows them.</source>
        <translation>
            <numerusform>%n name of the catalogue is not listed in the document and stays as it is; --all shows it.</numerusform>
            <numerusform>%n names of the catalogue are not listed in the document and stay as they are; --all shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tessera eval: There are %n row(s) only.</source>
        <translation>
            <numerusform>tessera eval: There are %n row only.</numerusform>
            <numerusform>tessera eval: There are %n rows only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message numerus="yes">
        <source>The first %n row(s)</source>
        <translation>
            <numerusform>The first %n row</numerusform>
            <numerusform>The first %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n place(s) cannot be taken as they are:</source>
        <translation>
            <numerusform>%n place cannot be taken as it is:</numerusform>
            <numerusform>%n places cannot be taken as they are:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) at the start of the file cannot be taken as they are:</source>
        <translation>
            <numerusform>%n place at the start of the file cannot be taken as it is:</numerusform>
            <numerusform>%n places at the start of the file cannot be taken as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message numerus="yes">
        <source>%n line(s) that could not be taken as they are</source>
        <translation>
            <numerusform>%n line that could not be taken as it is</numerusform>
            <numerusform>%n lines that could not be taken as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) are not listed.</source>
        <translation>
            <numerusform>%n more line is not listed.</numerusform>
            <numerusform>%n more lines are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be taken as they are.</source>
        <translation>
            <numerusform>%n line could not be taken as it is.</numerusform>
            <numerusform>%n lines could not be taken as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message numerus="yes">
        <source>A part of this workbook&apos;s history is damaged. Its last state was kept; %n step(s) cannot be taken back.</source>
        <translation>
            <numerusform>A part of this workbook&apos;s history is damaged. Its last state was kept; %n step cannot be taken back.</numerusform>
            <numerusform>A part of this workbook&apos;s history is damaged. Its last state was kept; %n steps cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message numerus="yes">
        <source>The workbook has %n error(s), so Sigma would reject the package.</source>
        <translation>
            <numerusform>The workbook has %n error, so Sigma would reject the package.</numerusform>
            <numerusform>The workbook has %n errors, so Sigma would reject the package.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureFetcher</name>
    <message numerus="yes">
        <source>There was no whole answer within %n second(s).</source>
        <translation>
            <numerusform>There was no whole answer within %n second.</numerusform>
            <numerusform>There was no whole answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message numerus="yes">
        <source>Replace %n</source>
        <translation>
            <numerusform>Replace %n</numerusform>
            <numerusform>Replace %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n text(s) change</source>
        <translation>
            <numerusform>%1 of %n text changes</numerusform>
            <numerusform>%1 of %n texts change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) use it</source>
        <translation>
            <numerusform>%n text uses it</numerusform>
            <numerusform>%n texts use it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) now use %1.</source>
        <translation>
            <numerusform>%n text now uses %1.</numerusform>
            <numerusform>%n texts now use %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowGrid</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be read and stay empty.</source>
        <translation>
            <numerusform>%n more could not be read and stays empty.</numerusform>
            <numerusform>%n more could not be read and stay empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page shows more than %Ln row(s) from “%1”.</source>
        <translation>
            <numerusform>The page shows more than %Ln row from “%1”.</numerusform>
            <numerusform>The page shows more than %Ln rows from “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message numerus="yes">
        <source>%1 stands in the layout %n times.</source>
        <translation>
            <numerusform>%1 stands in the layout once.</numerusform>
            <numerusform>%1 stands in the layout %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 needs at least %n item(s).</source>
        <translation>
            <numerusform>%1: %2 needs at least %n item.</numerusform>
            <numerusform>%1: %2 needs at least %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaCatalogue</name>
    <message numerus="yes">
        <source>The schema catalogue has %n mistake(s); the first: %1</source>
        <translation>
            <numerusform>The schema catalogue has %n mistake; the first: %1</numerusform>
            <numerusform>The schema catalogue has %n mistakes; the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message numerus="yes">
        <source>%1, %n second(s) left</source>
        <translation>
            <numerusform>%1, %n second left</numerusform>
            <numerusform>%1, %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>All %n functions of the formula language, by group. Names may be written in any case.</source>
        <translation>
            <numerusform>All %n functions of the formula language, by group. Names may be written in any case.</numerusform>
            <numerusform>All %n functions of the formula language, by group. Names may be written in any case.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::adapters::EnvelopeReader</name>
    <message numerus="yes">
        <source>%n element(s) stand in a page but not in the layout; they are placed below each other there.</source>
        <translation>
            <numerusform>%n element stands in a page but not in the layout; it is placed below the others there.</numerusform>
            <numerusform>%n elements stand in a page but not in the layout; they are placed below each other there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) stand inside their pages, as older files have them.</source>
        <translation>
            <numerusform>%n element stands inside its page, as older files have them.</numerusform>
            <numerusform>%n elements stand inside their pages, as older files have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dialog(s) stand among the pages, as older files have them.</source>
        <translation>
            <numerusform>%n dialog stands among the pages, as older files have them.</numerusform>
            <numerusform>%n dialogs stand among the pages, as older files have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entries of “%1” are no maps of keys either.</source>
        <translation>
            <numerusform>%n more entry of “%1” is no map of keys either.</numerusform>
            <numerusform>%n more entries of “%1” are no maps of keys either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::designer::Sparkline</name>
    <message numerus="yes">
        <source>%1 to %2, %n point(s)</source>
        <translation>
            <numerusform>%1 to %2, %n point</numerusform>
            <numerusform>%1 to %2, %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::model::formula::Binder</name>
    <message numerus="yes">
        <source>at least %n argument(s)</source>
        <translation>
            <numerusform>at least %n argument</numerusform>
            <numerusform>at least %n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
</TS>
