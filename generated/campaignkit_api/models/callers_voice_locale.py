# Generated from openapi.yaml by `make generate`; do not edit.
from enum import StrEnum
from typing import Self


class CallersVoiceLocale(StrEnum):
    """Known values. A value that the vendor adds later is a member with `is_known` False."""

    ACM_IQ = "acm-IQ"
    AFB_AE = "afb-AE"
    AFB_BH = "afb-BH"
    AFB_KW = "afb-KW"
    AFB_OM = "afb-OM"
    AFB_QA = "afb-QA"
    APC_JO = "apc-JO"
    APC_LB = "apc-LB"
    APC_PS = "apc-PS"
    APC_SY = "apc-SY"
    ARY_MA = "ary-MA"
    ARZ_EG = "arz-EG"
    AR_AE = "ar-AE"
    AR_SA = "ar-SA"
    BG_BG = "bg-BG"
    CMN_EN = "cmn-EN"
    CS_CZ = "cs-CZ"
    DA_DK = "da-DK"
    DE_AT = "de-AT"
    DE_CH = "de-CH"
    DE_DE = "de-DE"
    DE_LI = "de-LI"
    DE_LU = "de-LU"
    EL_GR = "el-GR"
    EN_AU = "en-AU"
    EN_CA = "en-CA"
    EN_GB = "en-GB"
    EN_IE = "en-IE"
    EN_IN = "en-IN"
    EN_MS = "en-MS"
    EN_NZ = "en-NZ"
    EN_SG = "en-SG"
    EN_TA = "en-TA"
    EN_US = "en-US"
    EN_ZA = "en-ZA"
    ES_ES = "es-ES"
    ES_MX = "es-MX"
    FIL_PH = "fil-PH"
    FI_FI = "fi-FI"
    FR_FR = "fr-FR"
    GSW_CH = "gsw-CH"
    GSW_LI = "gsw-LI"
    HE_IL = "he-IL"
    HI_IN = "hi-IN"
    HR_BA = "hr-BA"
    HR_HR = "hr-HR"
    HU_HU = "hu-HU"
    ID_ID = "id-ID"
    IT_IT = "it-IT"
    JA_JP = "ja-JP"
    KO_KR = "ko-KR"
    MS_MY = "ms-MY"
    NL_NL = "nl-NL"
    PL_PL = "pl-PL"
    PT_BR = "pt-BR"
    RO_RO = "ro-RO"
    RU_RU = "ru-RU"
    SK_SK = "sk-SK"
    SV_SE = "sv-SE"
    TH_TH = "th-TH"
    TR_TR = "tr-TR"
    UK_UA = "uk-UA"
    UR_PK = "ur-PK"
    ZH_CN = "zh-CN"

    @property
    def is_known(self) -> bool:
        """True if the spec names this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member
