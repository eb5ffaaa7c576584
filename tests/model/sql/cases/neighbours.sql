-- sqlite
SELECT
    "Id",
    lag("Quantity", 1) OVER (ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Lag",
    lag("Quantity", 2, -1) OVER (ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Lag 2",
    lead("Customer", 1, 'end') OVER (PARTITION BY "Region" ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Lead",
    first_value("Customer") OVER (PARTITION BY "Region" ORDER BY "Day" NULLS LAST, "Id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "First",
    last_value("Customer") OVER (ORDER BY "Day" NULLS LAST, "Id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Last",
    nth_value("Customer", 2) OVER (ORDER BY "Day" NULLS LAST, "Id" NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Second"
FROM "SHOP"."ORDERS"
ORDER BY "Id" NULLS LAST;

-- postgresql
SELECT
    "Id",
    lag("Quantity") OVER (ORDER BY "Day", "Id") AS "Lag",
    lag("Quantity", CAST(2 AS integer), -1) OVER (ORDER BY "Day", "Id") AS "Lag 2",
    lead("Customer", CAST(1 AS integer), 'end') OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Lead",
    first_value("Customer") OVER (PARTITION BY "Region" ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "First",
    last_value("Customer") OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Last",
    nth_value("Customer", CAST(2 AS integer)) OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Second"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- mysql
SELECT
    `Id`,
    lag(`Quantity`, 1) OVER (ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Lag`,
    lag(`Quantity`, 2, -1) OVER (ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Lag 2`,
    lead(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin, 1, 'end') OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Lead`,
    first_value(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id` ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `First`,
    last_value(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) OVER (ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id` ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Last`,
    nth_value(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin, 2) OVER (ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id` ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Second`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` IS NULL, `Id`;

-- snowflake
SELECT
    "Id",
    lag("Quantity", 1) OVER (ORDER BY "Day", "Id") AS "Lag",
    lag("Quantity", 2, -1) OVER (ORDER BY "Day", "Id") AS "Lag 2",
    lead("Customer", 1, 'end') OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Lead",
    first_value("Customer") OVER (PARTITION BY "Region" ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "First",
    last_value("Customer") OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Last",
    nth_value("Customer", 2) OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Second"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- bigquery
SELECT
    `Id`,
    lag(`Quantity`, 1) OVER (ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Lag`,
    lag(`Quantity`, 2, -1) OVER (ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Lag 2`,
    lead(`Customer`, 1, 'end') OVER (PARTITION BY `Region` ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Lead`,
    first_value(`Customer`) OVER (PARTITION BY `Region` ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `First`,
    last_value(`Customer`) OVER (ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Last`,
    nth_value(`Customer`, 2) OVER (ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Second`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- databricks
SELECT
    `Id`,
    lag(`Quantity`, 1) OVER (ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Lag`,
    lag(`Quantity`, 2, -1) OVER (ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Lag 2`,
    lead(`Customer`, 1, 'end') OVER (PARTITION BY `Region` ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Lead`,
    first_value(`Customer`) OVER (PARTITION BY `Region` ORDER BY `Day` NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `First`,
    last_value(`Customer`) OVER (ORDER BY `Day` NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Last`,
    nth_value(`Customer`, 2) OVER (ORDER BY `Day` NULLS LAST, `Id` NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `Second`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- redshift
SELECT
    "Id",
    lag("Quantity", 1) OVER (ORDER BY "Day", "Id") AS "Lag",
    CASE WHEN row_number() OVER (ORDER BY "Day", "Id") > 2 THEN lag("Quantity", 2) OVER (ORDER BY "Day", "Id") ELSE -1 END AS "Lag 2",
    CASE WHEN count(*) OVER (PARTITION BY "Region") - row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") >= 1 THEN lead("Customer", 1) OVER (PARTITION BY "Region" ORDER BY "Day", "Id") ELSE 'end' END AS "Lead",
    first_value("Customer") OVER (PARTITION BY "Region" ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "First",
    last_value("Customer") OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Last",
    nth_value("Customer", 2) OVER (ORDER BY "Day", "Id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "Second"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

