// The columns of the NTA file in their order: it has no header. NTA's own column names; 項目名 beside them.

export const columns = [
  'sequenceNumber', // 一連番号
  'corporateNumber', // 法人番号
  'process', // 処理区分
  'correct', // 訂正区分
  'updateDate', // 更新年月日
  'changeDate', // 変更年月日
  'name', // 商号又は名称
  'nameImageId', // 商号又は名称イメージID
  'kind', // 法人種別
  'prefectureName', // 国内所在地（都道府県）
  'cityName', // 国内所在地（市区町村）
  'streetNumber', // 国内所在地（丁目番地等）
  'addressImageId', // 国内所在地イメージID
  'prefectureCode', // 都道府県コード
  'cityCode', // 市区町村コード
  'postCode', // 郵便番号
  'addressOutside', // 国外所在地
  'addressOutsideImageId', // 国外所在地イメージID
  'closeDate', // 登記記録の閉鎖等年月日
  'closeCause', // 登記記録の閉鎖等の事由
  'successorCorporateNumber', // 承継先法人番号
  'changeCause', // 変更事由の詳細
  'assignmentDate', // 法人番号指定年月日
  'latest', // 最新履歴
  'enName', // 商号又は名称（英語表記）
  'enPrefectureName', // 国内所在地（都道府県）（英語表記）
  'enCityName', // 国内所在地（市区町村丁目番地等）（英語表記）
  'enAddressOutside', // 国外所在地（英語表記）
  'furigana', // フリガナ
  'hihyoji', // 検索対象除外
] as const;
export type Column = (typeof columns)[number];
